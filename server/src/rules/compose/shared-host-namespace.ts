import { textAt } from "../../compose/read.ts";
import { removePair } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

/** Namespaces besides the network's, with what sharing them opens. */
const namespaces: readonly (readonly [key: string, what: string])[] = [
	["pid", "the processes"],
	["ipc", "the shared memory"],
	["uts", "the host name"],
	["userns_mode", "the user ids"],
	["cgroup", "the control groups"],
];

export default composeRule({
	id: "shared-host-namespace",
	severity: "info",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0010"],
	scope: "file",
	preset: "all",
	summary: "The container shares a namespace of the host.",
	why: "Namespaces are what separates a container from the machine. In the host's process namespace it sees, and may signal, every process; in its shared memory it can read other programs' data.",
	fix: { title: "Remove it", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  agent:\n    image: example/agent:2.1\n    pid: ~~host~~\n",
			good: "services:\n  agent:\n    image: example/agent:2.1\n",
			message: "`agent` shares the processes of the host.",
		},
	],
	check: {
		service({ name, attributes, pair }, { text, report }) {
			const map = pair.value?.kind === "map" ? pair.value : undefined;
			for (const [key, what] of namespaces) {
				const value = textAt(attributes, key);
				const entry = attributes.get(key);
				if (value?.text !== "host" || value.inherited || !entry) continue;
				report(value.span, {
					message: `\`${name}\` shares ${what} of the host.`,
					...(map?.pairs.includes(entry.pair) && { fix: () => removePair(text, map, entry.pair) }),
				});
			}
		},
	},
});
