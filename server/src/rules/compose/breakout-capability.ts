import { textsAt } from "../../compose/read.ts";
import { composeRule } from "../rule.ts";

/** Capabilities that lead out of the container, with what they allow. Source: man 7 capabilities. */
const dangerous: Readonly<Record<string, string>> = {
	ALL: "everything that root can do",
	BPF: "loading programs into the kernel",
	DAC_READ_SEARCH: "reading any file of the host",
	SYS_ADMIN: "mounting file systems and much else that root can do",
	SYS_BOOT: "restarting the machine",
	SYS_MODULE: "loading kernel modules",
	SYS_RAWIO: "reaching the machine's memory and devices",
};

export default composeRule({
	id: "breakout-capability",
	severity: "warning",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0011", "compose-lint/CL-0024"],
	scope: "file",
	summary: "The container gets a capability that leads out of it.",
	why: "Capabilities are pieces of root's power. Some of them are enough to take over the machine from inside the container, so adding one is nearly the same as `privileged`. Look for a narrower one, or for a device or mount that does without.",
	links: ["https://man7.org/linux/man-pages/man7/capabilities.7.html"],
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  backup:\n    image: example/backup:2.0\n    cap_add:\n      - ~~SYS_ADMIN~~\n      - NET_BIND_SERVICE\n",
			good: "services:\n  backup:\n    image: example/backup:2.0\n    cap_add:\n      - NET_BIND_SERVICE\n",
			message: "`SYS_ADMIN` allows mounting file systems and much else that root can do.",
		},
	],
	check: {
		service({ attributes }, { report }) {
			for (const { text, span, inherited } of textsAt(attributes, "cap_add")) {
				const name = text.toUpperCase().replace(/^CAP_/, "");
				if (inherited || !Object.hasOwn(dangerous, name)) continue;
				report(span, { message: `\`${text}\` allows ${dangerous[name]}.` });
			}
		},
	},
});
