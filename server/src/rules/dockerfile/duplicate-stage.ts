import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "duplicate-stage",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D17", "D03"],
	aliases: [
		"hadolint/DL3024",
		"buildkit/DuplicateStageName",
		"dockerfile-utils/DUPLICATE_BUILD_STAGE_NAME",
		"trivy/DS-0012",
	],
	scope: "file",
	summary: "An earlier stage has the same name.",
	why: "`COPY --from` and `--target` find stages by their name, in which capitals do not count. With two of the same name the later one hides the earlier from all that follows, which is hardly what either was written for.",
	links: ["https://docs.docker.com/reference/build-checks/duplicate-stage-name/"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11 AS build\nRUN npm ci\n\nFROM golang:1.26 AS ~~build~~\nRUN go build ./...\n",
			good: "FROM node:24.11 AS build\nRUN npm ci\n\nFROM golang:1.26 AS server\nRUN go build ./...\n",
			message: "An earlier stage is named `build`, too.",
		},
	],
	check: {
		file({ stages }, { model, report }) {
			const places = new Map<string, { readonly start: number; readonly end: number }>();
			for (const { name, nameSpan } of stages) {
				if (name === undefined || !nameSpan) continue;
				const first = places.get(name.toLowerCase());
				if (!first) places.set(name.toLowerCase(), nameSpan);
				else {
					report(nameSpan, {
						message: `An earlier stage is named \`${name}\`, too.`,
						related: [{ uri: model.uri, span: first, message: "The stage that had the name first." }],
					});
				}
			}
		},
	},
});
