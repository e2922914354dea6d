import { pairAt } from "../../kubernetes/read.ts";
import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "host-namespace",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"kube-linter/host-network",
		"kube-linter/host-pid",
		"kube-linter/host-ipc",
		"polaris/hostNetworkSet",
		"polaris/hostPIDSet",
		"polaris/hostIPCSet",
		"trivy/KSV-0008",
		"trivy/KSV-0009",
		"trivy/KSV-0010",
		"pss/baseline/host-namespaces",
	],
	scope: "file",
	summary: "The pod shares a namespace of the node.",
	why: "With `hostNetwork` the pod sees all traffic of the node and can reach services that listen on its loopback address; with `hostPID` it sees and can signal every process; with `hostIPC` it reads their shared memory. Only agents of the node need this.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
	fix: { title: "Remove the setting", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: ~~true~~
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "The pod runs with the network of the node.",
		},
	],
	check: {
		pod({ hostNetwork, hostPID, hostIPC, map }, { text, report }) {
			const shared = { hostNetwork, hostPID, hostIPC };
			for (const [key, setting] of Object.entries(shared)) {
				const pair = pairAt(map, key);
				if (!setting?.value || !pair) continue;
				report(setting.span, {
					message: `The pod runs with ${words[key]} of the node.`,
					title: `Remove ${key}`,
					fix: () => removePair(text, map, pair),
				});
			}
		},
	},
});

const words: Readonly<Record<string, string>> = {
	hostNetwork: "the network",
	hostPID: "the processes",
	hostIPC: "the shared memory",
};
