import { platforms } from "../../container/platform.ts";
import { signals } from "../../container/signal.ts";
import type { EnumValue } from "../../schema/type.ts";

/* Words that values of a Compose file may hold, each with what it means. */

/** What the container's root may do. `kept`: in the engine's default set. Source: capabilities(7); Docker Engine, oci/caps/defaults.go. */
export interface Capability {
	readonly name: string;
	readonly doc: string;
	readonly kept?: true;
}

/** All capabilities of Linux 6, without `CAP_`. */
export const capabilities: readonly Capability[] = [
	{ name: "AUDIT_CONTROL", doc: "Switch the kernel's audit log on and off and change its rules." },
	{ name: "AUDIT_READ", doc: "Read the kernel's audit log." },
	{ name: "AUDIT_WRITE", doc: "Write records to the kernel's audit log.", kept: true },
	{ name: "BLOCK_SUSPEND", doc: "Keep the machine from going to sleep." },
	{ name: "BPF", doc: "Load BPF programs into the kernel." },
	{ name: "CHECKPOINT_RESTORE", doc: "Freeze processes and restore them, choosing their ids." },
	{ name: "CHOWN", doc: "Change the owner of any file.", kept: true },
	{ name: "DAC_OVERRIDE", doc: "Read, write and execute files whatever their permissions say.", kept: true },
	{ name: "DAC_READ_SEARCH", doc: "Read any file and folder, on the host too: a known way out of a container." },
	{ name: "FOWNER", doc: "Do to any file what its owner may, such as chmod.", kept: true },
	{ name: "FSETID", doc: "Keep the setuid and setgid bits of a file that is changed.", kept: true },
	{ name: "IPC_LOCK", doc: "Lock memory so that it is not swapped out; Vault and Elasticsearch ask for it." },
	{ name: "IPC_OWNER", doc: "Use shared memory and queues of other users." },
	{ name: "KILL", doc: "Send signals to processes of other users.", kept: true },
	{ name: "LEASE", doc: "Take leases on any file." },
	{ name: "LINUX_IMMUTABLE", doc: "Set a file's immutable and append-only marks." },
	{ name: "MAC_ADMIN", doc: "Change the rules of Smack or AppArmor." },
	{ name: "MAC_OVERRIDE", doc: "Bypass the rules of Smack." },
	{ name: "MKNOD", doc: "Make device files.", kept: true },
	{ name: "NET_ADMIN", doc: "Change interfaces, routes and firewall rules; VPNs ask for it." },
	{ name: "NET_BIND_SERVICE", doc: "Listen on ports below 1024.", kept: true },
	{ name: "NET_BROADCAST", doc: "Send broadcasts; unused by the kernel." },
	{ name: "NET_RAW", doc: "Make packets of any kind: ping, but also spoofing inside the network.", kept: true },
	{ name: "PERFMON", doc: "Watch the performance of the whole system." },
	{ name: "SETFCAP", doc: "Give capabilities to files.", kept: true },
	{ name: "SETGID", doc: "Change to any group.", kept: true },
	{ name: "SETPCAP", doc: "Pass capabilities on to other processes.", kept: true },
	{ name: "SETUID", doc: "Change to any user.", kept: true },
	{ name: "SYS_ADMIN", doc: "Mount file systems and much else: nearly all that root can do." },
	{ name: "SYS_BOOT", doc: "Restart the machine." },
	{ name: "SYS_CHROOT", doc: "Change the root folder.", kept: true },
	{ name: "SYS_MODULE", doc: "Load kernel modules: full control of the host." },
	{ name: "SYS_NICE", doc: "Raise priorities and choose processors; databases ask for it." },
	{ name: "SYS_PACCT", doc: "Switch process accounting on and off." },
	{ name: "SYS_PTRACE", doc: "Look into other processes and change them; debuggers need it." },
	{ name: "SYS_RAWIO", doc: "Reach ports and memory of the hardware." },
	{ name: "SYS_RESOURCE", doc: "Go beyond resource limits and disk quotas." },
	{ name: "SYS_TIME", doc: "Set the clock of the host." },
	{ name: "SYS_TTY_CONFIG", doc: "Configure terminals of the host." },
	{ name: "SYSLOG", doc: "Read the kernel's log and its addresses." },
	{ name: "WAKE_ALARM", doc: "Wake the machine from sleep." },
];

/** Names of resource limits, as `ulimit` and the engine know them. Source: docker/go-units, ulimit.go; setrlimit(2). */
export const ulimitNames: readonly EnumValue[] = [
	{ value: "nofile", doc: "Open files and sockets; busy servers need more." },
	{ value: "nproc", doc: "Processes of the same user, counted over the whole host." },
	{ value: "memlock", doc: "Bytes of memory that can be locked; -1 for Elasticsearch." },
	{ value: "core", doc: "Bytes of a core dump; 0 writes none." },
	{ value: "cpu", doc: "Seconds of processor time." },
	{ value: "data", doc: "Bytes of the data segment." },
	{ value: "fsize", doc: "Bytes of a file that is written." },
	{ value: "locks", doc: "File locks; without effect on today's kernels." },
	{ value: "msgqueue", doc: "Bytes in message queues." },
	{ value: "nice", doc: "How far the priority can be raised." },
	{ value: "rss", doc: "Resident memory; without effect on today's kernels." },
	{ value: "rtprio", doc: "The highest real-time priority." },
	{ value: "rttime", doc: "Microseconds a real-time process may run without waiting." },
	{ value: "sigpending", doc: "Signals that can wait." },
	{ value: "stack", doc: "Bytes of the stack." },
];

/** Source: Docker Engine, daemon/daemon_unix.go parseSecurityOpt; `docker run --security-opt`. */
export const securityOptions: readonly EnumValue[] = [
	{ value: "no-new-privileges:true", doc: "Programs can't gain powers by setuid or file capabilities." },
	{ value: "no-new-privileges:false", doc: "Programs may gain powers, whatever the engine's own setting is." },
	{ value: "seccomp:unconfined", doc: "Every system call is allowed: a wide open door to the kernel." },
	{ value: "seccomp:./seccomp.json", doc: "System calls as a profile allows them." },
	{ value: "apparmor:docker-default", doc: "The engine's own AppArmor profile." },
	{ value: "apparmor:unconfined", doc: "No AppArmor profile." },
	{ value: "label:disable", doc: "Switches SELinux labels off for the container." },
	{ value: "label:type:container_t", doc: "The SELinux type of its processes." },
	{ value: "label:user:USER", doc: "The SELinux user of its processes." },
	{ value: "label:role:ROLE", doc: "The SELinux role of its processes." },
	{ value: "label:level:s0:c100,c200", doc: "The SELinux level of its processes." },
	{ value: "systempaths=unconfined", doc: "Shows paths of `/proc` and `/sys` that are masked otherwise." },
	{ value: "credentialspec=file://spec.json", doc: "Windows: the credentials of a managed service account." },
];

/** Source: compose-spec, 05-services.md; Docker Engine, restart policies. */
export const restartPolicies: readonly EnumValue[] = [
	{ value: "no", doc: "Never; the default." },
	{ value: "always", doc: "Always, also when the engine starts, until it is removed." },
	{ value: "on-failure", doc: "After an exit code other than 0." },
	{ value: "on-failure:3", doc: "After an exit code other than 0, at most three times." },
	{ value: "unless-stopped", doc: "As `always`, except that a container stopped by hand stays stopped." },
];

/** Source: compose-go, types/types.go GetPullPolicy. */
export const pullPolicies: readonly EnumValue[] = [
	{ value: "missing", doc: "Only when the image is not at hand." },
	{ value: "always", doc: "Each time the service is brought up." },
	{ value: "never", doc: "Never; fails where the image is not at hand." },
	{ value: "build", doc: "Builds the image each time instead of fetching it." },
	{ value: "daily", doc: "When the last fetch is more than a day ago." },
	{ value: "weekly", doc: "When the last fetch is more than a week ago." },
	{ value: "every_12h", doc: "When the last fetch is longer ago than this." },
	{ value: "if_not_present", doc: "The older name of `missing`." },
	{ value: "refresh", doc: "When the last fetch is longer ago than `pull_refresh_after` says." },
];

export const platformValues: readonly EnumValue[] = platforms.map(({ name, doc }) => ({ value: name, doc }));

export const signalValues: readonly EnumValue[] = signals.map(({ name, doc, number }) => ({
	value: name,
	doc: `Signal ${number}. ${doc}`,
}));

export const capabilityValues: readonly EnumValue[] = [
	{ value: "ALL", doc: "All capabilities." },
	...capabilities.map(({ name, doc, kept }) => ({
		value: name,
		doc: kept ? `${doc} Part of the engine's default set.` : doc,
	})),
];

/** Kernel parameters that belong to a namespace, so that a container can have its own. Source: `docker run --sysctl`. */
export const sysctlValues: readonly EnumValue[] = [
	{ value: "net.core.somaxconn", doc: "Connections that can wait to be accepted." },
	{ value: "net.ipv4.ip_forward", doc: "Whether packets are passed on between interfaces." },
	{ value: "net.ipv4.ip_unprivileged_port_start", doc: "The first port that needs no privilege." },
	{ value: "net.ipv4.ip_local_port_range", doc: "Ports for outgoing connections." },
	{ value: "net.ipv4.tcp_syncookies", doc: "Protection from SYN floods." },
	{ value: "net.ipv4.tcp_keepalive_time", doc: "Idle seconds before a connection is probed." },
	{ value: "net.ipv4.conf.all.src_valid_mark", doc: "What WireGuard asks for." },
	{ value: "net.ipv6.conf.all.disable_ipv6", doc: "Switches IPv6 off." },
	{ value: "net.ipv6.conf.all.forwarding", doc: "Whether IPv6 packets are passed on." },
	{ value: "kernel.msgmax", doc: "Bytes of one message in a queue." },
	{ value: "kernel.shmmax", doc: "Bytes of one shared memory segment." },
	{ value: "kernel.shmall", doc: "Pages of shared memory in all." },
	{ value: "kernel.sem", doc: "Limits of semaphores." },
	{ value: "fs.mqueue.msg_max", doc: "Messages in one POSIX queue." },
];
