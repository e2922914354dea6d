import { isOpen, mapAt, mapsAt, wordAt } from "../../kubernetes/read.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "unsafe-sysctl",
	severity: "warning",
	tags: ["security"],
	practice: ["K09"],
	aliases: ["kube-linter/unsafe-sysctls", "trivy/KSV-0026", "pss/baseline/sysctls"],
	scope: "file",
	summary: "The pod changes a kernel setting that is not kept apart from other pods.",
	why: "Only a few settings are known to stay inside a pod. The kubelet refuses to start a pod with another one unless it was told to allow it, since it may disturb the whole node.",
	links: ["https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: ~~kernel.msgmax~~
        value: "1"
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
    sysctls:
      - name: net.ipv4.tcp_syncookies
        value: "1"
  containers:
    - name: web
      image: nginx:1.29
`,
			message: "The kernel setting `kernel.msgmax` is not safe to change for a pod.",
		},
	],
	check: {
		pod({ map }, { report }) {
			for (const { map: entry } of mapsAt(mapAt(map, "securityContext"), "sysctls")) {
				const name = wordAt(entry, "name");
				if (!name || safe.has(name.value.replaceAll("/", ".")) || isOpen(name.value)) continue;
				report(name.span, { message: `The kernel setting \`${name.value}\` is not safe to change for a pod.` });
			}
		},
	},
});

/** Source: kubernetes.io, Using sysctls in a Kubernetes Cluster, safe sysctls. */
const safe: ReadonlySet<string> = new Set([
	"kernel.shm_rmid_forced",
	"net.ipv4.ip_local_port_range",
	"net.ipv4.ip_local_reserved_ports",
	"net.ipv4.ip_unprivileged_port_start",
	"net.ipv4.ping_group_range",
	"net.ipv4.tcp_fin_timeout",
	"net.ipv4.tcp_keepalive_intvl",
	"net.ipv4.tcp_keepalive_probes",
	"net.ipv4.tcp_keepalive_time",
	"net.ipv4.tcp_rmem",
	"net.ipv4.tcp_syncookies",
	"net.ipv4.tcp_wmem",
]);
