import { removePair } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "network-mode-with-networks",
	severity: "error",
	tags: ["correctness"],
	practice: ["C08"],
	aliases: ["compose/network-mode-with-networks"],
	scope: "file",
	summary: "`network_mode` and `networks` exclude each other.",
	why: "A container that shares the network of the host or of another container has no network of its own that could join others. Compose refuses a service with both keys.",
	fix: { title: "Remove networks", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    ~~network_mode~~: host\n    networks: [front]\nnetworks:\n  front:\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    network_mode: host\nnetworks:\n  front:\n",
			message: "`web` has both `network_mode` and `networks`, which exclude each other.",
		},
	],
	check: {
		service({ name, attributes, pair }, { text, report }) {
			const mode = attributes.get("network_mode");
			const networks = attributes.get("networks");
			if (!mode?.value || !networks?.value || (mode.inherited && networks.inherited)) return;
			const map = pair.value?.kind === "map" ? pair.value : undefined;
			const own = [mode, networks].find(({ inherited }) => !inherited);
			report((own ?? mode).key.inner, {
				message: `\`${name}\` has both \`network_mode\` and \`networks\`, which exclude each other.`,
				...(map?.pairs.includes(networks.pair) && { fix: () => removePair(text, map, networks.pair) }),
				others: map?.pairs.includes(mode.pair)
					? [{ title: "Remove network_mode", fix: () => removePair(text, map, mode.pair) }]
					: [],
			});
		},
	},
});
