import { lastOf, layersOf } from "../../compose/merge.ts";
import type { ComposeModel, Text } from "../../compose/nodes.ts";
import { textAt, textOf, toBoolean } from "../../compose/read.ts";
import { type Context, composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-file",
	severity: "error",
	tags: ["correctness"],
	practice: ["C04"],
	aliases: ["compose/missing-file"],
	scope: "workspace",
	summary: "The file does not exist.",
	why: "Compose reads included files, extended files and environment files before it does anything else, and stops where one is missing. Files of secrets and environments are often kept out of the repository, so these are only pointed out.",
	examples: [
		{
			path: "compose.yaml",
			bad: "include:\n  - ~~monitoring.yaml~~\nservices:\n  web:\n    extends:\n      file: ~~common.yaml~~\n      service: base\n    image: nginx:1.29\n",
			good: "services:\n  web:\n    image: nginx:1.29\n",
			message: "There is no file `monitoring.yaml` here.",
		},
		{
			path: "compose.yaml",
			files: { "web.env": "A=1\n" },
			bad: "services:\n  web:\n    image: nginx:1.29\n    env_file:\n      - web.env\n      - ~~wbe.env~~\n      - path: local.env\n        required: false\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    env_file:\n      - web.env\n      - path: local.env\n        required: false\n",
			shown: false,
		},
	],
	check: {
		file({ includes, services, resources }, context) {
			for (const path of includes) check(path, "error", context);
			for (const service of services) {
				if (service.extends?.file) check(service.extends.file, "error", context);
				for (const path of requiredEnvironmentFiles(service.attributes)) check(path, "info", context);
			}
			for (const { attributes } of resources) {
				const path = textAt(attributes, "file");
				if (path) check(path, "info", context);
			}
		},
	},
});

function requiredEnvironmentFiles(attributes: Parameters<typeof textAt>[0]): Text[] {
	return layersOf(attributes.get("env_file")?.value).flatMap((layer) => {
		if (layer.kind !== "list") return (layer.kind === "scalar" && textOf(layer)) || [];
		return layer.items.flatMap((item) => {
			const value = lastOf(item.value);
			if (value?.kind !== "map") return textOf(value, item.inherited) ?? [];
			const required = textAt(value.entries, "required");
			return (required && toBoolean(required.text)) === false ? [] : (textAt(value.entries, "path") ?? []);
		});
	});
}

/** A path that the workspace can't know, or that depends on a variable, is taken on trust. */
function check(path: Text, severity: "error" | "info", { model, world, report }: Context<ComposeModel>): void {
	// `.env` files are kept out of most repositories.
	const isPrivate = severity === "info" && /(?:^|\/)\.env[^/]*$/.test(path.text);
	if (
		isPrivate ||
		!path.literal ||
		path.inherited ||
		path.text === "" ||
		/^(?:[a-z][a-z0-9+.-]*:|git@|~|\/)/i.test(path.text)
	)
		return;
	if (world.exists(world.resolve(model.uri, path.text)) !== false) return;
	report(path.span, { message: `There is no file \`${path.text}\` here.`, severity });
}
