import { lastOf, layersOf } from "../../compose/merge.ts";
import { textAt, textOf } from "../../compose/read.ts";
import { composeRule } from "../rule.ts";

const dangerous =
	/^\/dev(?:\/(?:mem|kmem|port|kmsg|sd[a-z]\d*|nvme\d+n\d+(?:p\d+)?|vd[a-z]\d*|xvd[a-z]\d*|mapper\/.*|dm-\d+))?\/?$/;

export default composeRule({
	id: "host-device",
	severity: "warning",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0016"],
	scope: "file",
	summary: "The container gets a device that holds the host's memory or disks.",
	why: "Who can read and write a disk or the memory as a device goes round all permissions of the file system. Mount the folder that is needed instead.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  tool:\n    image: example/tool:2.1\n    devices:\n      - ~~/dev/sda:/dev/sda~~\n      - /dev/ttyUSB0:/dev/ttyUSB0\n",
			good: "services:\n  tool:\n    image: example/tool:2.1\n    devices:\n      - /dev/ttyUSB0:/dev/ttyUSB0\n",
			message: "`/dev/sda` gives `tool` the host's memory or disks.",
		},
	],
	check: {
		service({ name, attributes }, { report }) {
			const items = layersOf(attributes.get("devices")?.value).flatMap((layer) =>
				layer.kind === "list" ? layer.items : [],
			);
			for (const item of items) {
				const form = lastOf(item.value);
				const text = form?.kind === "map" ? textAt(form.entries, "source") : textOf(form, item.inherited);
				const source = text?.text.split(":", 1)[0] ?? "";
				if (text && !text.inherited && dangerous.test(source)) {
					report(text.span, { message: `\`${source}\` gives \`${name}\` the host's memory or disks.` });
				}
			}
		},
	},
});
