import { isOpen } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "duplicate-mount-path",
	severity: "error",
	tags: ["correctness"],
	practice: ["K01"],
	aliases: [],
	scope: "file",
	summary: "A container mounts two volumes at one path.",
	why: "Only one volume can be at a path; the API server refuses the pod.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
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
    - name: cache
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: data
          mountPath: /data
        - name: cache
          mountPath: ~~/data~~
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
    - name: cache
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: data
          mountPath: /data
        - name: cache
          mountPath: /cache
`,
			message: "The container mounts a volume at `/data` already.",
		},
	],
	check: {
		container({ mounts }, { report }) {
			const seen = new Set<string>();
			for (const { path } of mounts) {
				if (!path || isOpen(path.value)) continue;
				if (seen.has(path.value))
					report(path.span, { message: `The container mounts a volume at \`${path.value}\` already.` });
				seen.add(path.value);
			}
		},
	},
});
