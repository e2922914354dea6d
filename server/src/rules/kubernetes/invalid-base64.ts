import { encodeBase64 } from "../../container/base64.ts";
import { pairAt } from "../../kubernetes/read.ts";
import { formatProblems } from "../../kubernetes/semantics/schema.ts";
import { replaceScalar } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "invalid-base64",
	severity: "error",
	tags: ["correctness"],
	practice: ["K06", "K18"],
	aliases: [],
	scope: "workspace",
	summary: "A value under `data` of a Secret is not base64.",
	why: "The API server decodes each value under `data` and refuses the Secret where one is no base64. Under `stringData` the same text can be written as it is.",
	links: ["https://kubernetes.io/docs/concepts/configuration/secret/"],
	fix: { title: "Encode the text", safety: "suggestion" },
	examples: [
		{
			path: "secret.yaml",
			bad: `apiVersion: v1
kind: Secret
metadata:
  name: db
data:
  user: ~~shop-owner~~
`,
			good: `apiVersion: v1
kind: Secret
metadata:
  name: db
data:
  user: c2hvcC1vd25lcg==
`,
			message: "The value of `user` is no base64.",
		},
	],
	check: {
		object(object, { model, text, world, report }) {
			for (const { span, severity, scalar, path } of formatProblems("invalid-base64", object, { model, world })) {
				const isSealed = pairAt(object.map, "sops") !== undefined;
				if (isSealed) continue;
				const ofSecret = path.length === 2 && path[0] === "data" && object.type?.value === "Secret";
				report(span, {
					severity,
					message: ofSecret ? `The value of \`${path[1]}\` is no base64.` : "This is no base64.",
					...(!scalar.text.includes("\n") && { fix: () => replaceScalar(text, scalar, encodeBase64(scalar.text)) }),
				});
			}
		},
	},
});
