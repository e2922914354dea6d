import type { Text } from "../../compose/nodes.ts";
import { type Attributes, attributesAt, textAt, toBoolean } from "../../compose/read.ts";
import { composeRule } from "../rule.ts";

/** Settings that switch off what protects or shows the state of a container. */
const safeguards: readonly { readonly what: string; find(attributes: Attributes): Text | undefined }[] = [
	{
		what: "There is no limit to the processes",
		find: (attributes) => when(textAt(attributes, "pids_limit"), ({ text }) => Number(text) <= 0),
	},
	{
		what: "Nothing keeps the log",
		find: (attributes) => when(textAt(attributesAt(attributes, "logging"), "driver"), ({ text }) => text === "none"),
	},
	{
		what: "Nothing watches the health",
		find: (attributes) =>
			when(textAt(attributesAt(attributes, "healthcheck"), "disable"), ({ text }) => toBoolean(text) === true),
	},
	{
		what: "The kernel spares the container when memory runs out, and ends others instead, so there is no bound to the memory",
		find: (attributes) => when(textAt(attributes, "oom_kill_disable"), ({ text }) => toBoolean(text) === true),
	},
];

function when(text: Text | undefined, holds: (text: Text) => boolean): Text | undefined {
	return text?.literal && !text.inherited && holds(text) ? text : undefined;
}

export default composeRule({
	id: "disabled-safeguard",
	severity: "info",
	tags: ["reliability"],
	practice: ["C07", "C10"],
	aliases: ["compose-lint/CL-0012", "compose-lint/CL-0014", "compose-lint/CL-0015"],
	scope: "file",
	preset: "all",
	summary: "A safeguard of the container is switched off.",
	why: "A limit of processes stops fork bombs, the log tells what happened, the health check that it still works. Switched off, a failure spreads or goes unseen.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    pids_limit: ~~-1~~\n    logging:\n      driver: ~~none~~\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    pids_limit: 200\n    logging:\n      driver: local\n",
			message: "There is no limit to the processes of `api`.",
		},
	],
	check: {
		service({ name, attributes }, { report }) {
			for (const { what, find } of safeguards) {
				const text = find(attributes);
				if (text) report(text.span, { message: `${what} of \`${name}\`.` });
			}
		},
	},
});
