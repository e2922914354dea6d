import { nearest } from "../../core/nearest.ts";
import type { Edit } from "../../core/text.ts";
import { isOpen, seqAt } from "../../kubernetes/read.ts";
import { insertItem, setKey } from "../../yaml/edit.ts";
import type { YamlMap } from "../../yaml/tree.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "undefined-volume-mount",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "file",
	summary: "A container mounts a volume that the pod does not have.",
	why: "A mount names one of the pod's `volumes`, or a claim template of the StatefulSet; the API server refuses a pod whose mount names another.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	fix: { title: "Name a volume of the pod", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: ~~date~~
          mountPath: /data
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: data
          mountPath: /data
`,
			message: "The pod has no volume named `date`.",
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: ~~scratch~~
          mountPath: /data
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: scratch
          mountPath: /data
  volumes:
    - name: scratch
      emptyDir: {}
`,
			shown: false,
		},
	],
	check: {
		pod({ containers, volumes, claims, map }, { text, report }) {
			const known = new Set([...volumes.flatMap(({ name }) => name?.value ?? []), ...claims]);
			for (const { name } of containers.flatMap(({ mounts }) => mounts)) {
				if (!name || known.has(name.value) || isOpen(name.value)) continue;
				const meant = nearest(name.value, known);
				report(name.span, {
					message: `The pod has no volume named \`${name.value}\`.`,
					title: meant === undefined ? "Add an empty volume of that name" : `Replace with ${meant}`,
					fix: () => (meant === undefined ? addVolume(text, map, name.value) : [{ span: name.span, text: meant }]),
				});
			}
		},
	},
});

function addVolume(text: string, pod: YamlMap, name: string): readonly Edit[] {
	const list = seqAt(pod, "volumes");
	const volume = { name, emptyDir: {} };
	return list ? insertItem(text, list, volume) : setKey(text, pod, "volumes", [volume]);
}
