import { pairAt } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "missing-image",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "file",
	summary: "The container has no image.",
	why: "Although the schema lets `image` be left out for tools that fill it in, the API server refuses a container without one.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: ~~web~~
      args: ["--verbose"]
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      args: ["--verbose"]
`,
			message: "The container `web` has no image.",
		},
	],
	check: {
		container({ named, name, nameSpan, image, map, role }, { report }) {
			// Without a name, or with nothing else, the container is still being typed.
			if (image || !named || map.pairs.length < 2 || role === "ephemeral") return;
			// Istio's injector fills it in before the API server looks.
			if (name === "istio-proxy") return;
			const written = pairAt(map, "image");
			report(written?.key.span ?? nameSpan, { message: `The container \`${name}\` has no image.` });
		},
	},
});
