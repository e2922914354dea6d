import { wholeService } from "../../compose/hardening.ts";
import { attributesAt, textAt } from "../../compose/read.ts";
import { setKey, setPath } from "../../yaml/edit.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "unrotated-logs",
	severity: "info",
	tags: ["reliability"],
	practice: ["C07"],
	aliases: [],
	scope: "file",
	preset: "all",
	summary: "The container's log grows without bound.",
	why: "The engine's default driver, `json-file`, keeps everything a container ever wrote until the disk is full. `max-size` and `max-file` rotate it; the `local` driver rotates by itself.",
	links: ["https://docs.docker.com/engine/logging/drivers/json-file/"],
	fix: { title: "Rotate the log", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  ~~api~~:\n    image: example/api:1.4\n",
			good: "services:\n  api:\n    image: example/api:1.4\n    logging:\n      driver: local\n",
			message: "The log of `api` grows without bound.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    image: example/api:1.4\n    logging:\n      driver: ~~json-file~~\n",
			good: 'services:\n  api:\n    image: example/api:1.4\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n        max-file: "3"\n',
			shown: false,
		},
	],
	check: {
		service(service, { model, text, report }) {
			const map = wholeService(service, model);
			if (!map) return;
			const { attributes, name, nameSpan } = service;
			const message = `The log of \`${name}\` grows without bound.`;
			const logging = attributesAt(attributes, "logging");
			const driver = textAt(logging, "driver");
			if (!attributes.has("logging")) {
				report(nameSpan, { message, fix: () => setKey(text, map, "logging", { driver: "local" }) });
			} else if (
				driver?.text === "json-file" &&
				!driver.inherited &&
				!attributesAt(logging, "options").has("max-size")
			) {
				const options = { "max-size": "10m", "max-file": "3" };
				report(driver.span, { message, fix: () => setPath(text, map, ["logging", "options"], options) });
			}
		},
	},
});
