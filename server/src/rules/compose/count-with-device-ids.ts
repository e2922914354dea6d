import { lastOf, layersOf, type Value } from "../../compose/merge.ts";
import { attributesAt, attributesOf } from "../../compose/read.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "count-with-device-ids",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["compose/count-with-device-ids"],
	scope: "file",
	summary: "`count` and `device_ids` exclude each other.",
	why: "A device reservation asks for a number of devices (`count`) or for certain ones (`device_ids`); Compose refuses both at once.",
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  train:\n    image: example/train:1.4\n    gpus:\n      - driver: nvidia\n        ~~count~~: 1\n        device_ids: ["0"]\n',
			good: 'services:\n  train:\n    image: example/train:1.4\n    gpus:\n      - driver: nvidia\n        device_ids: ["0"]\n',
		},
		{
			path: "compose.yaml",
			bad: "services:\n  train:\n    image: example/train:1.4\n    deploy:\n      resources:\n        reservations:\n          devices:\n            - capabilities: [gpu]\n              ~~count~~: all\n              device_ids: [GPU-1]\n",
			good: "services:\n  train:\n    image: example/train:1.4\n    deploy:\n      resources:\n        reservations:\n          devices:\n            - capabilities: [gpu]\n              device_ids: [GPU-1]\n",
			shown: false,
		},
	],
	check: {
		service({ attributes }, { report }) {
			const deploy = attributesAt(attributesAt(attributes, "deploy"), "resources");
			const lists: (Value | undefined)[] = [
				attributes.get("gpus")?.value,
				attributesAt(deploy, "reservations").get("devices")?.value,
			];
			for (const item of lists.flatMap(layersOf).flatMap((layer) => (layer.kind === "list" ? layer.items : []))) {
				const device = attributesOf(item.value);
				const count = device.get("count");
				if (!item.inherited && count && lastOf(count.value) && device.has("device_ids")) report(count.key.inner);
			}
		},
	},
});
