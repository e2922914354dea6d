import { containerRule } from "../rule.ts";

export default containerRule({
	id: "privileged-container",
	severity: "warning",
	tags: ["security"],
	practice: ["C10", "K09"],
	aliases: [
		"compose-lint/CL-0002",
		"kube-linter/privileged-container",
		"kube-score/container-security-context-privileged",
		"polaris/runAsPrivileged",
		"trivy/KSV-0017",
		"pss/baseline/privileged-containers",
	],
	scope: "file",
	summary: "The container runs privileged, with full access to the host.",
	why: "A privileged container has every capability, sees all devices and can load kernel modules: whoever breaks out of the process owns the machine. Most programs that seem to need it need one capability (`cap_add`, `capabilities.add`) or one device.",
	fix: { title: "Set privileged to false", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  agent:\n    image: example/agent:2.1\n    privileged: ~~true~~\n",
			good: "services:\n  agent:\n    image: example/agent:2.1\n    privileged: false\n",
			message: "`agent` runs privileged, with full access to the host.",
		},
		{
			path: "pod.yaml",
			bad: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: agent\nspec:\n  containers:\n    - name: agent\n      image: example/agent:2.1\n      securityContext:\n        privileged: ~~true~~\n",
			good: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: agent\nspec:\n  containers:\n    - name: agent\n      image: example/agent:2.1\n      securityContext:\n        privileged: false\n",
		},
		{
			path: "compose.yaml",
			bad: 'x-base: &base\n  privileged: "~~true~~"\nservices:\n  a:\n    <<: *base\n    image: example/a:1.0\n  b:\n    <<: *base\n    image: example/b:1.0\n',
			good: 'x-base: &base\n  privileged: "false"\nservices:\n  a:\n    <<: *base\n    image: example/a:1.0\n  b:\n    <<: *base\n    image: example/b:1.0\n',
			shown: false,
		},
	],
	check: {
		container({ name, privileged }, { report }) {
			if (!privileged?.value) return;
			report(privileged.span, {
				message: `\`${name}\` runs privileged, with full access to the host.`,
				fix: () => [{ span: privileged.span, text: "false" }],
			});
		},
	},
});
