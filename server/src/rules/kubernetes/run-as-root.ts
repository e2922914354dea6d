import { setPath } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "run-as-root",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: [
		"kube-linter/run-as-non-root",
		"kube-score/container-security-context-user-group-id",
		"polaris/runAsRootAllowed",
		"trivy/KSV-0012",
		"trivy/KSV-0105",
		"pss/restricted/running-as-non-root",
		"pss/restricted/running-as-non-root-user",
	],
	scope: "file",
	summary: "The container runs as root, or nothing keeps it from doing so.",
	why: "Root in a container is root on the node once it gets out, and whoever breaks into the program can change every file of the image. With `runAsNonRoot: true` the kubelet refuses to start a container whose user is 0.",
	links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
	fix: { title: "Set runAsNonRoot to true", safety: "suggestion" },
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
      securityContext:
        runAsNonRoot: true
`,
			message: "Nothing keeps the container `web` from running as root.",
		},
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: ~~0~~
  containers:
    - name: web
      image: nginx:1.29
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 10001
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "User 0 is root.",
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
      securityContext:
        runAsNonRoot: ~~false~~
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      securityContext:
        runAsNonRoot: true
`,
			message: "The container `web` may run as root.",
			shown: false,
		},
	],
	check: {
		pod({ containers }, { text, report }) {
			const reported = new Set<number>();
			for (const { name, nameSpan, map, role, windows, security } of containers) {
				if (windows || role === "ephemeral") continue;
				const { runAsUser, runAsNonRoot } = security;
				const setting =
					runAsUser?.value === 0 ? runAsUser : runAsUser || runAsNonRoot?.value ? undefined : runAsNonRoot;
				if (setting) {
					// A setting of the pod is reported once, whatever the number of its containers.
					if (reported.has(setting.span.start)) continue;
					reported.add(setting.span.start);
					const isUser = setting === runAsUser;
					report(setting.span, {
						message: isUser ? "User 0 is root." : `The container \`${name}\` may run as root.`,
						title: isUser ? "Run as user 10001" : "Set runAsNonRoot to true",
						fix: () => [{ span: setting.span, text: isUser ? "10001" : "true" }],
					});
				} else if (!runAsUser && !runAsNonRoot) {
					report(nameSpan, {
						severity: "info",
						message: `Nothing keeps the container \`${name}\` from running as root.`,
						fix: () => setPath(text, map, ["securityContext", "runAsNonRoot"], true),
					});
				}
			}
		},
	},
});
