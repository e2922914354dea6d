import { isWhole, mayBeDefinedElsewhere } from "../../compose/neighbours.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "missing-image-or-build",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["compose/missing-image-or-build"],
	scope: "workspace",
	summary: "The service has neither `image` nor `build`.",
	why: "Compose has to know what to run: an image to pull (`image`), or a folder to build one from (`build`). Override files and services that others extend may leave it out.",
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  ~~web~~:\n    ports: ["8080:80"]\n',
			good: 'services:\n  web:\n    image: nginx:1.29\n    ports: ["8080:80"]\n',
			message: "The service `web` has neither `image` nor `build`.",
		},
	],
	check: {
		service(service, { model, world, report }) {
			const { name, nameSpan, image, build, partial, attributes, pair } = service;
			// A service that is nothing, a text or a list is wrong in another way.
			if (pair.value?.kind !== "map" && attributes.size === 0) return;
			if (image || build || partial || attributes.has("provider") || attributes.has("image") || attributes.has("build"))
				return;
			if (!isWhole(model) || mayBeDefinedElsewhere(model, world, `service:${name}`)) return;
			report(nameSpan, { message: `The service \`${name}\` has neither \`image\` nor \`build\`.` });
		},
	},
});
