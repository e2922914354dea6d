import type { Occurrence, OutlineItem } from "../core/feature.ts";
import { resolveUri } from "../core/uri.ts";
import type { YamlFile, YamlPair } from "../yaml/tree.ts";
import { type ComposeModel, type FileNode, type ReferenceKind, type Service, sections } from "./nodes.ts";

/** Every place that defines or uses a name of the file. */
export function occurrencesOf(file: FileNode, yaml: YamlFile, uri: string): readonly Occurrence[] {
	const found = new Map<string, Occurrence>();
	const add = (occurrence: Occurrence) =>
		found.set(`${occurrence.span.start} ${occurrence.kind} ${occurrence.role}`, occurrence);
	for (const { name, nameSpan } of file.services)
		add({ kind: "service", scope: uri, name, role: "definition", span: nameSpan });
	for (const { kind, name, nameSpan } of file.resources)
		add({ kind, scope: uri, name, role: "definition", span: nameSpan });
	for (const service of file.services) for (const occurrence of usesOf(service, uri)) add(occurrence);
	for (const occurrence of profilesOf(file, uri)) add(occurrence);
	for (const occurrence of anchorsOf(yaml, uri)) add(occurrence);
	return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function usesOf(service: Service, uri: string): Occurrence[] {
	const uses: Occurrence[] = service.references.map(({ to, name, span }) => ({
		kind: to,
		scope: uri,
		name,
		role: "reference",
		span,
	}));
	const { extends: base, build } = service;
	if (base?.file?.literal && base.service.literal) {
		const scope = resolveUri(uri, base.file.text);
		uses.push({ kind: "service", scope, name: base.service.text, role: "reference", span: base.service.span });
	}
	if (build?.file && build.target?.literal) {
		// Stage names are the Dockerfile's symbols; Docker compares them without regard to case.
		const { text, span } = build.target;
		uses.push({ kind: "stage", scope: `${build.file}#stages`, name: text.toLowerCase(), role: "reference", span });
	}
	return uses;
}

/** The first use of a profile stands for its definition: nothing else declares one. */
function profilesOf(file: FileNode, uri: string): Occurrence[] {
	const seen = new Set<string>();
	return file.services.flatMap(({ profiles }) =>
		profiles.map(({ text, span }) => {
			const role = seen.has(text) ? "reference" : "definition";
			seen.add(text);
			return { kind: "profile", scope: uri, name: text, role, span };
		}),
	);
}

function anchorsOf(yaml: YamlFile, uri: string): Occurrence[] {
	return yaml.documents.flatMap(({ anchors, aliases }, index) => {
		const scope = `${uri}#document-${index}`;
		return [
			...anchors.map(({ name, span }): Occurrence => ({ kind: "anchor", scope, name, role: "definition", span })),
			...aliases.map(
				({ name, nameSpan }): Occurrence => ({ kind: "anchor", scope, name, role: "reference", span: nameSpan }),
			),
		];
	});
}

/** Top-level elements with what they define. */
export function outlineOf({ yaml, file }: ComposeModel): readonly OutlineItem[] {
	const details = new Map(file.services.map((service) => [service.nameSpan.start, detailOf(service)]));
	const kinds = new Map<string, ReferenceKind>(
		Object.entries(sections).map(([kind, section]) => [section, kind as ReferenceKind]),
	);
	return yaml.documents.flatMap(({ root }) => {
		if (root?.kind !== "map") return [];
		return root.pairs.map((pair) => {
			const kind = kinds.get(pair.key.text);
			const children = kind && pair.value?.kind === "map" ? pair.value.pairs : [];
			return {
				...toOutline(pair, "key", pair.value?.kind === "scalar" ? pair.value.text : undefined),
				children: children.map((child) => toOutline(child, kind ?? "key", details.get(child.key.inner.start))),
			};
		});
	});
}

function toOutline(pair: YamlPair, kind: OutlineItem["kind"], detail: string | undefined): OutlineItem {
	return {
		name: pair.key.text || "?",
		kind,
		span: pair.span,
		selection: pair.key.span,
		children: [],
		...(detail && { detail }),
	};
}

function detailOf({ image, build }: Service): string | undefined {
	return image?.text ?? (build ? `built from ${build.context?.text ?? "."}` : undefined);
}
