import type { EnvNode, LabelNode } from "../../dockerfile/nodes.ts";
import { type Context, dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "legacy-key-value",
	severity: "info",
	tags: ["deprecated", "maintainability"],
	practice: ["D17"],
	aliases: ["buildkit/LegacyKeyValueFormat"],
	scope: "file",
	summary: "Name and value are separated by a blank instead of `=`.",
	why: "In `ENV A b C=d` everything after the first blank is the value of `A`, which is rarely what was meant. `NAME=value` is clear, takes several variables in one instruction, and is the only form that stays.",
	links: ["https://docs.docker.com/reference/build-checks/legacy-key-value-format/"],
	fix: { title: "Separate them by =", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nENV ~~APP_HOME~~ /srv/app\nLABEL ~~title~~ My App\n",
			good: 'FROM alpine:3.24\nENV APP_HOME=/srv/app\nLABEL title="My App"\n',
			message: "`APP_HOME` and its value are separated by a blank instead of `=`.",
		},
	],
	check: { env: checkPair, label: checkPair },
});

function checkPair({ legacy, pairs, instruction }: EnvNode | LabelNode, { report, text }: Context): void {
	const [pair] = pairs;
	const value = pair?.value;
	if (!legacy || !pair || !value) return;
	const written = text.slice(value.span.start, value.span.end);
	const simple = written === value.text && (!/\s/.test(written) || !/["'\\`]/.test(written));
	const quoted = /\s/.test(written) ? `"${written}"` : written;
	report(pair.name.span, {
		message: `\`${pair.name.value}\` and its value are separated by a blank instead of \`=\`.`,
		...(simple &&
			instruction.heredocs.length === 0 && {
				fix: () => [{ span: { start: pair.name.span.end, end: value.span.end }, text: `=${quoted}` }],
			}),
	});
}
