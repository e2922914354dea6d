import { pairAt } from "../../kubernetes/read.ts";
import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "host-port",
	severity: "info",
	tags: ["security", "reliability"],
	practice: ["K09"],
	aliases: ["polaris/hostPortSet", "trivy/KSV-0024", "pss/baseline/host-ports"],
	scope: "file",
	summary: "The container takes a port of the node.",
	why: "Only one pod of a node can have the port, which limits where it can run, and the port is open to everyone who reaches the node. A Service does without.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
	fix: { title: "Remove the host port", safety: "suggestion" },
	examples: [
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
      ports:
        - containerPort: 8080
          hostPort: ~~80~~
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - containerPort: 8080
`,
			message: "The container takes port 80 of the node.",
		},
	],
	check: {
		container({ ports, type }, { text, report }) {
			// Agents of the node run as a DaemonSet, one a node, and often need their port there.
			if (type === "DaemonSet") return;
			for (const { hostPort, map } of ports) {
				const pair = pairAt(map, "hostPort");
				if (!hostPort || hostPort.value === 0 || !pair) continue;
				report(hostPort.span, {
					message: `The container takes port ${hostPort.value} of the node.`,
					fix: () => removePair(text, map, pair),
				});
			}
		},
	},
});
