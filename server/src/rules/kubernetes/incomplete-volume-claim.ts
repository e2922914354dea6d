import { mapAt, pairAt, seqAt, wordAt } from "../../kubernetes/read.ts";
import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "incomplete-volume-claim",
	severity: "error",
	tags: ["correctness"],
	practice: ["K16"],
	aliases: [],
	scope: "file",
	summary: "The claim does not say how the volume is accessed, or how large it must be.",
	why: "A PersistentVolumeClaim names at least one access mode and requests storage; the API server refuses it otherwise.",
	links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/"],
	fix: { title: "Add the access mode ReadWriteOnce", safety: "suggestion" },
	examples: [
		{
			path: "claim.yaml",
			bad: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
~~spec~~:
  resources:
    requests:
      storage: 1Gi
`,
			good: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  resources:
    requests:
      storage: 1Gi
  accessModes:
    - ReadWriteOnce
`,
			message: "The claim has no access mode.",
		},
	],
	check: {
		object({ type, group, spec, map }, { text, report }) {
			const pair = pairAt(map, "spec");
			if (type?.value !== "PersistentVolumeClaim" || group !== "" || !spec?.pairs.length || !pair) return;
			const modes = pairAt(spec, "accessModes");
			if (!seqAt(spec, "accessModes")?.items.length) {
				report(modes?.key.span ?? pair.key.span, {
					message: "The claim has no access mode.",
					title: "Add the access mode ReadWriteOnce",
					fix: () => setKey(text, spec, "accessModes", ["ReadWriteOnce"]),
				});
			}
			if (!wordAt(mapAt(spec, "resources", "requests"), "storage")) {
				report(pairAt(spec, "resources")?.key.span ?? pair.key.span, { message: "The claim requests no storage." });
			}
		},
	},
});
