import { expect, test } from "vitest";
import { LineTable } from "../../server/src/core/text.ts";
import { dockerfile } from "../../server/src/dockerfile/index.ts";
import { root, worldOf } from "./world.ts";

const text = `# syntax=docker/dockerfile:1
# about this
ARG V=24
FROM node:\${V}-slim AS build
COPY package.json src/ missing.txt ./
RUN npm ci \\
  && npm test
RUN <<EOF
echo one
echo two
EOF
FROM ghcr.io/example/app:1
COPY --from=build /a /b
ADD https://example.com/x.tgz /x
`;
const model = dockerfile.parse({ uri: `${root}/Dockerfile`, text });
const lines = new LineTable(text);
const line = (offset: number) => lines.placeAt(offset).line + 1;

test("outline: stages by name, their instructions below", () => {
	const items = dockerfile.outline?.(model) ?? [];
	expect(
		items.map(({ name, detail, kind, children }) => [
			name,
			detail,
			kind,
			children.map((child) => child.name).join(" "),
		]),
	).toEqual([
		["ARG", "V=24", "variable", ""],
		["build", "FROM node:24-slim", "stage", "COPY RUN RUN"],
		["stage 1", "FROM ghcr.io/example/app:1", "stage", "COPY ADD"],
	]);
	for (const part of items.flatMap((item) => [item, ...item.children])) {
		expect(part.span.start <= part.selection.start && part.selection.end <= part.span.end).toBe(true);
	}
});

test("folds: stages, instructions of several lines, heredocs, comments", () => {
	const folds = dockerfile.folds?.(model).map(({ span, kind }) => `${line(span.start)}-${line(span.end)} ${kind}`);
	expect(folds).toEqual(
		expect.arrayContaining(["4-11 region", "12-14 region", "6-7 region", "8-11 region", "1-2 comment"]),
	);
	expect(folds?.filter((fold) => /^(\d+)-\1 /.test(fold))).toEqual([]);
});

test("links: images, files that are there, downloads", () => {
	const world = worldOf({ "package.json": "{}", "src/a.ts": "" });
	const links = dockerfile.links?.(model, world).map(({ span, target }) => [text.slice(span.start, span.end), target]);
	expect(links).toEqual([
		["node:$" + "{V}-slim", "https://hub.docker.com/_/node"],
		["package.json", `${root}/package.json`],
		["ghcr.io/example/app:1", "https://github.com/example/app/pkgs/container/app"],
		["https://example.com/x.tgz", "https://example.com/x.tgz"],
	]);
});
