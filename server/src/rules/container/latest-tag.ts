import { containerRule } from "../rule.ts";

export default containerRule({
	id: "latest-tag",
	severity: "warning",
	tags: ["reliability"],
	practice: ["D05", "C11", "K21"],
	aliases: [
		"hadolint/DL3006",
		"hadolint/DL3007",
		"trivy/DS-0001",
		"trivy/KSV-0013",
		"dclint/service-image-require-explicit-tag",
		"kube-linter/latest-tag",
		"kube-score/container-image-tag",
		"polaris/tagNotSpecified",
	],
	scope: "file",
	summary: "The image has no tag or the tag `latest`, so it can change at any time.",
	why: "`latest` is only the tag that is used when none is given: it moves with every release, so tomorrow's build or restart may run another major version, and nobody can tell afterwards which one ran. A tag with a version says what is meant; a digest fixes the very bytes.",
	links: ["https://docs.docker.com/build/building/best-practices/#pin-base-image-versions"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM ~~node~~ AS build\nRUN npm ci\n\nFROM nginx:~~latest~~\nCOPY --from=build /app/dist /usr/share/nginx/html\n",
			good: "FROM node:24.11-slim AS build\nRUN npm ci\n\nFROM nginx:1.30\nCOPY --from=build /app/dist /usr/share/nginx/html\n",
			message: "`node` has no tag, so whichever image is the latest is taken.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  db:\n    image: ~~postgres~~\n",
			good: "services:\n  db:\n    image: postgres:18.1\n",
		},
		{
			path: "pod.yaml",
			bad: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: registry.example.com/shop:~~latest~~\n",
			good: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: registry.example.com/shop:2.3.1\n",
		},
		{
			path: "Dockerfile",
			bad: "ARG TAG=latest\nFROM ~~alpine:${TAG}~~\nCOPY --from=~~registry.example.com/tools~~ /bin/tool /bin/\n",
			good: "ARG TAG=3.24\nFROM alpine:${TAG}\nCOPY --from=registry.example.com/tools:1.2 /bin/tool /bin/\n",
			shown: false,
		},
	],
	check: {
		image({ reference, role, span, literal, text }, { report }) {
			if (!reference || reference.digest !== undefined || role === "built") return;
			if (reference.tag === undefined) {
				// A bare name after --from can be a context that the build command names.
				if (role === "copy" && reference.registry === undefined && !reference.repository.includes("/")) return;
				report(span, { message: `\`${text}\` has no tag, so whichever image is the latest is taken.` });
			} else if (reference.tag === "latest") {
				const { tagSpan } = reference;
				const place = literal && tagSpan ? { start: span.start + tagSpan.start, end: span.start + tagSpan.end } : span;
				report(place, { message: `\`${text}\` is whichever image is the latest, and can change at any time.` });
			}
		},
	},
});
