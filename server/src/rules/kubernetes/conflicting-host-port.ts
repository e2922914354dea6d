import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "conflicting-host-port",
	severity: "error",
	tags: ["correctness"],
	practice: ["K09", "K12"],
	aliases: [],
	scope: "file",
	summary: "A pod on the network of the node has another host port than container port.",
	why: "With `hostNetwork` the container listens on the node itself, so the two ports are one; the API server refuses two numbers.",
	links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"],
	fix: { title: "Write the container port", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
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
  hostNetwork: true
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - containerPort: 8080
          hostPort: 8080
`,
		},
	],
	check: {
		pod({ hostNetwork, containers }, { report }) {
			if (!hostNetwork?.value) return;
			for (const { number, hostPort } of containers.flatMap(({ ports }) => ports)) {
				if (!number || !hostPort || hostPort.value === 0 || hostPort.value === number.value) continue;
				report(hostPort.span, {
					message: `With \`hostNetwork\` the host port must be ${number.value}, the container port.`,
					fix: () => [{ span: hostPort.span, text: String(number.value) }],
				});
			}
		},
	},
});
