import { baseImage, endedReleases, nextTags, type ReleaseOf } from "../../container/images.ts";
import type { ImageUse } from "../../container/nodes.ts";
import type { Span } from "../../core/text.ts";
import { containerRule } from "../rule.ts";

export default containerRule({
	id: "end-of-life-image",
	severity: "warning",
	tags: ["security", "maintainability"],
	practice: ["D07"],
	aliases: [],
	scope: "file",
	summary: "The image is a release that gets no security fixes any more.",
	why: "After the end of a release nobody mends the holes that are found in it, and its packages can often not even be installed any more. The dates are those of endoflife.date and of the vendors it links to; for Debian the end of long-term support counts, for Ubuntu that of standard support. Moving up a release is a change of its own, so it is offered and never made by Fix All; a database may have to convert its data for it.",
	links: ["https://endoflife.date", "https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often"],
	fix: { title: "Move to a supported release", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: 'FROM node:~~16-alpine~~\nCOPY server.js ./\nUSER node\nCMD ["node", "server.js"]\n',
			good: 'FROM node:26-alpine\nCOPY server.js ./\nUSER node\nCMD ["node", "server.js"]\n',
			message: "Node.js 16 has had no security fixes since 2023-09-11.",
		},
		{
			path: "compose.yaml",
			bad: 'services:\n  cache:\n    image: "redis:~~6.0-alpine~~"\n  site:\n    image: shop/site:6.0\n    build: .\n',
			good: 'services:\n  cache:\n    image: "redis:8.10-alpine"\n  site:\n    image: shop/site:6.0\n    build: .\n',
		},
		{
			path: "pod.yaml",
			bad: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: nginx:~~1.24-alpine~~\n",
			good: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: nginx:1.31-alpine\n",
		},
		{
			path: "Dockerfile",
			bad: "FROM python:~~3.12-slim-bullseye~~ AS build\nFROM build\n",
			good: "FROM python:3.12-slim-trixie AS build\nFROM build\n",
			message: "Debian 11 (bullseye) has had no security fixes since 2026-08-31.",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "ARG RELEASE=20.04\nFROM ~~ubuntu:${RELEASE}~~\nFROM ~~openjdk:17-jdk-slim~~ AS run\n",
			good: "ARG RELEASE=24.04\nFROM ubuntu:${RELEASE}\nFROM eclipse-temurin:25-jdk AS run\n",
			message: "Ubuntu 20.04 (focal) has had no security fixes since 2025-05-31.",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "FROM ~~gcr.io/distroless/static-debian11~~:nonroot\nFROM rust:1.70\nFROM node:lts-slim\nFROM example.com/node:16\n",
			good: "FROM gcr.io/distroless/static-debian13:nonroot\nFROM rust:1.70\nFROM node:lts-slim\nFROM example.com/node:16\n",
			shown: false,
		},
	],
	check: {
		image(use, { world, report }) {
			const { reference, role } = use;
			const { today } = world.settings;
			// What is copied from an image may well have nothing to do with its release.
			const image = (role === "base" || role === "run") && reference ? baseImage(reference) : undefined;
			if (!reference || !image || today === "") return;
			if (image.abandoned) {
				const { since, instead } = image.abandoned;
				report(use.span, {
					message: `The image \`${image.name}\` has had no updates since ${since}; \`${instead}\` takes its place.`,
				});
				return;
			}
			const [ended] = endedReleases(image, today);
			if (!ended) return;
			const message = `${nameOf(ended, reference.tag)} has had no security fixes since ${ended.line.ends}.`;
			const place = placeOf(use, image.releaseInName);
			const [best, ...others] =
				use.literal && reference.digest === undefined ? nextTags(image, reference.tag ?? "", today) : [];
			if (!best) return report(place, { message });
			const fix = (tag: string) => () => [{ span: place, text: tag }];
			report(place, {
				message,
				title: `Move to ${image.name}:${best.tag}`,
				fix: fix(best.tag),
				others: others.map(({ tag }) => ({ title: `Move to ${image.name}:${tag}`, fix: fix(tag) })),
			});
		},
	},
});

/** `Debian 11 (bullseye)` where the tag calls it so. */
function nameOf({ lifecycle, line, codename }: ReleaseOf, tag = ""): string {
	const name = `${lifecycle.title} ${line.name}`;
	return codename !== undefined && (tag.includes(codename) || tag.startsWith(line.name))
		? `${name} (${codename})`
		: name;
}

/** The tag, or the name where the release stands in that; all of it where it is not written out. */
function placeOf({ span, literal, reference }: ImageUse, inName: boolean): Span {
	const part = inName ? reference?.repositorySpan : reference?.tagSpan;
	if (!literal || !part) return span;
	return { start: span.start + (inName ? 0 : part.start), end: span.start + part.end };
}
