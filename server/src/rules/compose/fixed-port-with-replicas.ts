import { isForSwarm } from "../../compose/neighbours.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "fixed-port-with-replicas",
	severity: "warning",
	tags: ["correctness"],
	practice: ["C09"],
	aliases: [],
	scope: "file",
	summary: "Several containers of a service can't publish the same host port.",
	why: "Each container of the service publishes its own host port, and one port can be bound only once: the second container fails to start. A range of host ports gives each its own; without a host port the engine picks free ones.",
	fix: { title: "Publish a range of ports", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  api:\n    image: example/api:1.4\n    ports: ["~~8080~~:80"]\n    deploy:\n      replicas: 3\n',
			good: 'services:\n  api:\n    image: example/api:1.4\n    ports: ["8080-8082:80"]\n    deploy:\n      replicas: 3\n',
			message: "3 containers of `api` can't all publish host port 8080.",
		},
	],
	check: {
		service({ name, ports, replicas }, { model, report }) {
			const count = replicas?.count;
			if (count === undefined || count < 2 || isForSwarm(model)) return;
			for (const { mapping, publishedSpan, exposed, inherited, text, mode } of ports) {
				const { published, target } = mapping ?? {};
				const { first, last } = published ?? {};
				if (exposed || inherited || mode === "ingress" || first === undefined || last === undefined || first === 0)
					continue;
				const targets = target?.first !== undefined && target.last !== undefined ? target.last - target.first + 1 : 1;
				// A range over one container port gives each container a port of its own.
				if (targets === 1 && last - first + 1 >= count) continue;
				const canWiden = text && targets === 1 && first + count - 1 <= 65535;
				report(publishedSpan, {
					message: `${count} containers of \`${name}\` can't all publish host port ${published?.text}.`,
					...(canWiden && { fix: () => [{ span: publishedSpan, text: `${first}-${first + count - 1}` }] }),
				});
			}
		},
	},
});
