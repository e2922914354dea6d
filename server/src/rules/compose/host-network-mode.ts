import { removePair } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "host-network-mode",
	severity: "info",
	tags: ["security"],
	practice: ["C08", "C10"],
	aliases: ["compose-lint/CL-0008"],
	scope: "file",
	preset: "all",
	summary: "The container shares the network of the host.",
	why: "With `network_mode: host` the container sees and can bind everything on the machine's interfaces, services on localhost included, and `ports` has no effect. Published ports on a network of its own are enough for most services.",
	fix: { title: "Remove network_mode", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    network_mode: ~~host~~\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			message: "`web` shares the network of the host.",
		},
	],
	check: {
		service({ name, networkMode, attributes, pair }, { text, report }) {
			const entry = attributes.get("network_mode");
			if (networkMode?.text !== "host" || networkMode.inherited || !entry) return;
			const map = pair.value?.kind === "map" ? pair.value : undefined;
			report(networkMode.span, {
				message: `\`${name}\` shares the network of the host.`,
				...(map?.pairs.includes(entry.pair) && { fix: () => removePair(text, map, entry.pair) }),
			});
		},
	},
});
