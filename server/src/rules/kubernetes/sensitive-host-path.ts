import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "sensitive-host-path",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"kube-linter/sensitive-host-mounts",
		"kube-linter/docker-sock",
		"trivy/KSV-0121",
		"trivy/KSV-0006",
		"pss/baseline/hostpath-volumes",
	],
	scope: "file",
	summary: "The pod gets a part of the node that gives it power over the node.",
	why: "Whoever can write `/`, `/etc` or the files of the kubelet is root on the node, and the socket of the container runtime starts any container as root. Agents that only read should say `readOnly` and take the narrowest path.",
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
    - name: host
      hostPath:
        path: ~~/var/run/docker.sock~~
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
    - name: host
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "The pod can command the container runtime of the node through `/var/run/docker.sock`.",
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: host
      hostPath:
        path: ~~/etc~~
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
    - name: host
      hostPath:
        path: /mnt/data
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "The pod gets `/etc` of the node.",
			shown: false,
		},
	],
	check: {
		pod({ volumes }, { report }) {
			for (const { hostPath } of volumes) {
				if (!hostPath) continue;
				if (isRuntimeSocket(hostPath.value)) {
					report(hostPath.span, {
						message: `The pod can command the container runtime of the node through \`${hostPath.value}\`.`,
					});
				} else if (isSensitive(hostPath.value)) {
					report(hostPath.span, { message: `The pod gets \`${hostPath.value}\` of the node.` });
				}
			}
		},
	},
});

/** Sockets of Docker, containerd and CRI-O where they usually are. */
function isRuntimeSocket(path: string): boolean {
	return /^(?:\/var)?\/run\/(?:docker|containerd\/containerd|crio\/crio)\.sock$/.test(path);
}

/** Folders whose files say what the node runs and who may do what. */
const sensitive: ReadonlySet<string> = new Set([
	"/",
	"/boot",
	"/dev",
	"/etc",
	"/etc/kubernetes",
	"/lib",
	"/proc",
	"/root",
	"/sys",
	"/usr",
	"/var/lib/docker",
	"/var/lib/kubelet",
	"/var/run",
	"/run",
]);

function isSensitive(path: string): boolean {
	return sensitive.has(path.length > 1 ? path.replace(/\/+$/, "") || "/" : path);
}
