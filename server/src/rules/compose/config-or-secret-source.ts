import { isVariation } from "../../compose/neighbours.ts";
import type { ComposeModel, Resource } from "../../compose/nodes.ts";
import { type Context, composeRule } from "../rule.ts";

export default composeRule({
	id: "config-or-secret-source",
	severity: "error",
	tags: ["correctness"],
	practice: ["C02", "C03"],
	aliases: ["compose/config-or-secret-source"],
	scope: "file",
	summary: "A config or secret needs exactly one source.",
	why: "The content of a secret comes from a `file` or from an `environment` variable, that of a config from one of these or from `content`; an external one has none of them. Compose refuses a declaration with no source or with two.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  db:\n    image: postgres:17\n    secrets: [password]\nsecrets:\n  ~~password~~: {}\n",
			good: "services:\n  db:\n    image: postgres:17\n    secrets: [password]\nsecrets:\n  password:\n    file: ./password.txt\n",
			message: "The secret `password` has no source: `file` or `environment`.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    configs: [site]\nconfigs:\n  site:\n    file: ./site.conf\n    ~~content~~: server {}\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    configs: [site]\nconfigs:\n  site:\n    content: server {}\n",
			message: "The config `site` has two sources, `file` and `content`.",
		},
	],
	check: {
		secret: (secret, context) => check(secret, ["file", "environment"], context),
		config: (config, context) => check(config, ["file", "environment", "content"], context),
	},
});

function check(
	{ kind, name, nameSpan, attributes, external, partial }: Resource,
	sources: readonly string[],
	{ model, report }: Context<ComposeModel>,
): void {
	if (partial || external || attributes.has("driver")) return;
	const found = sources.filter((source) => attributes.has(source));
	const [first, second] = found;
	if (second !== undefined) {
		const entry = attributes.get(second);
		report(entry?.key.inner ?? nameSpan, {
			message: `The ${kind} \`${name}\` has two sources, \`${first}\` and \`${second}\`.`,
		});
	} else if (first === undefined && !model.file.override && !isVariation(model.uri)) {
		const words = sources.map((source) => `\`${source}\``);
		const last = words.pop();
		report(nameSpan, { message: `The ${kind} \`${name}\` has no source: ${words.join(", ")} or ${last}.` });
	}
}
