import type { Service } from "../../compose/nodes.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "shared-container-name",
	severity: "error",
	tags: ["correctness"],
	practice: ["C09"],
	aliases: ["dclint/no-duplicate-container-names", "compose/duplicate-container-name"],
	scope: "file",
	summary: "Another service has the same `container_name`.",
	why: "A container's name is unique on the machine; Compose refuses a project that asks for one twice. Without `container_name` it makes a name of its own from project and service.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    container_name: shop\n  api:\n    image: example/api:1.4\n    container_name: ~~shop~~\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    container_name: shop\n  api:\n    image: example/api:1.4\n    container_name: shop-api\n",
			message: "`web` is called `shop` too, and a container's name must be unique.",
		},
	],
	check: {
		file({ services }, { model, report }) {
			const known = new Map<string, Service>();
			for (const service of services) {
				const name = service.containerName;
				if (!name?.literal || name.inherited) continue;
				const other = known.get(name.text);
				if (!other) known.set(name.text, service);
				else {
					report(name.span, {
						message: `\`${other.name}\` is called \`${name.text}\` too, and a container's name must be unique.`,
						...(other.containerName && {
							related: [{ uri: model.uri, span: other.containerName.span, message: `The name of ${other.name}` }],
						}),
					});
				}
			}
		},
	},
});
