import { removePair } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "container-name-with-replicas",
	severity: "error",
	tags: ["correctness"],
	practice: ["C09"],
	aliases: ["compose/container-name-with-replicas"],
	scope: "file",
	summary: "A service with a fixed `container_name` can't have several containers.",
	why: "A container's name is unique on the machine, so a service that is to run more than once has to leave the names to Compose. Compose refuses `scale` or `deploy.replicas` above 1 beside `container_name`.",
	fix: { title: "Remove container_name", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  worker:\n    image: example/worker:1.4\n    ~~container_name~~: worker\n    deploy:\n      replicas: 3\n",
			good: "services:\n  worker:\n    image: example/worker:1.4\n    deploy:\n      replicas: 3\n",
			message: "`worker` is to run 3 times, which a fixed `container_name` does not allow.",
		},
	],
	check: {
		service({ name, containerName, replicas, attributes, pair }, { text, report }) {
			const entry = attributes.get("container_name");
			if (!entry || !containerName || containerName.inherited || replicas?.count === undefined || replicas.count < 2)
				return;
			const map = pair.value?.kind === "map" ? pair.value : undefined;
			report(entry.key.inner, {
				message: `\`${name}\` is to run ${replicas.count} times, which a fixed \`container_name\` does not allow.`,
				...(map?.pairs.includes(entry.pair) && { fix: () => removePair(text, map, entry.pair) }),
			});
		},
	},
});
