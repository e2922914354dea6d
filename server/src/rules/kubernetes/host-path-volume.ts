import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "host-path-volume",
	severity: "info",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"polaris/hostPathSet",
		"trivy/KSV-0023",
		"pss/baseline/hostpath-volumes",
		"kube-linter/writable-host-mount",
	],
	scope: "file",
	preset: "all",
	summary: "The pod mounts a folder of the node.",
	why: "What a pod leaves on one node is not there when it moves to another, and the node's files are open to it. A PersistentVolumeClaim, a `local` volume or an `emptyDir` does without.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
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
      ~~hostPath~~:
        path: /mnt/data
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
  containers:
    - name: web
      image: nginx:1.29
`,
		},
	],
	check: {
		pod({ volumes }, { report }) {
			for (const { sources } of volumes) {
				for (const source of sources) if (source.value === "hostPath") report(source.span);
			}
		},
	},
});
