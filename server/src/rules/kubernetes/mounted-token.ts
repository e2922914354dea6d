import { setKey } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "mounted-token",
	severity: "info",
	tags: ["security"],
	practice: ["K09", "K10"],
	aliases: ["polaris/automountServiceAccountToken", "trivy/KSV-0036"],
	scope: "file",
	preset: "all",
	summary: "The pod gets a token for the API server that it may not need.",
	why: "Each pod gets the token of its service account as a file. A program that never talks to the API server loses nothing when it is left out, and an intruder gains nothing.",
	links: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],
	fix: { title: "Leave the token out", safety: "suggestion" },
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: ~~web~~
spec:
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
  automountServiceAccountToken: false
`,
		},
	],
	check: {
		pod({ automountToken, serviceAccount, nameSpan, map }, { text, report }) {
			// A service account of its own is a sign that the pod does talk to the API server.
			if (automountToken?.value === false || (serviceAccount && serviceAccount.value !== "default")) return;
			report(automountToken?.span ?? nameSpan, {
				message: "The pod gets the token of its service account.",
				fix: () => setKey(text, map, "automountServiceAccountToken", false),
			});
		},
	},
});
