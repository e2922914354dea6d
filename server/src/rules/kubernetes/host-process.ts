import { booleanAt, mapAt } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "host-process",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: ["polaris/hostProcess", "trivy/KSV-0103", "pss/baseline/hostprocess"],
	scope: "file",
	summary: "The container runs as a process of the Windows node.",
	why: "A HostProcess container is not a container but a program of the node, with its files, devices and network.",
	links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
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
      securityContext:
        windowsOptions:
          hostProcess: ~~true~~
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
        windowsOptions:
          hostProcess: false
`,
		},
	],
	check: {
		pod({ map, containers }, { report }) {
			for (const context of [mapAt(map, "securityContext"), ...containers.map(({ security }) => security.map)]) {
				const setting = booleanAt(mapAt(context, "windowsOptions"), "hostProcess");
				if (setting?.value) report(setting.span);
			}
		},
	},
});
