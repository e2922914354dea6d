import type { Completion } from "../core/feature.ts";
import { type Offer, offered } from "../core/offer.ts";
import { lineStart } from "../core/text.ts";
import { cursorAt, type YamlPath } from "../yaml/cursor.ts";
import type { YamlFile } from "../yaml/tree.ts";
import { parseImage } from "./image.ts";
import { describeImage } from "./image-description.ts";
import { imageTable } from "./image-table.ts";
import { imageEntry, offeredTags } from "./images.ts";

/**
 * Completions of an image reference of which `typed` stands before the cursor: tags behind the colon, else names and what else is given.
 * `today` is an ISO date, empty where it is not known.
 */
export function completeImage(
	source: { readonly text: string },
	offset: number,
	typed: string,
	today: string,
	others: readonly Offer[] = [],
): readonly Completion[] {
	if (typed.includes("@")) return [];
	const colon = typed.lastIndexOf(":");
	if (colon > typed.lastIndexOf("/") && colon > 0) {
		const name = typed.slice(0, colon).replace(/^docker\.io\/(?:library\/)?|^library\//, "");
		return offered(source, offset, typed.slice(colon + 1), tagOffers(name, today), /^[\w.-]*/);
	}
	return offered(source, offset, typed, [...others, ...imageOffers()], /^[\w.:/@-]*/);
}

/**
 * The same for the value of a key `image` in a map that holds one, by `holds`; undefined elsewhere. The line tells what is typed:
 * to YAML, `image: postgres:` is a key in a key.
 */
export function completeImageValue(
	yaml: YamlFile,
	offset: number,
	today: string,
	holds: (map: YamlPath) => boolean,
	others: readonly Offer[] = [],
): readonly Completion[] | undefined {
	const start = lineStart(yaml.text, offset);
	const match = /(?<=^|[\s{,])image:[ \t]+["']?([\w.:/@-]*)$/.exec(yaml.text.slice(start, offset));
	if (!match) return undefined;
	const { position, pair, path } = cursorAt(yaml, start + match.index);
	if (position !== "key" || pair?.key.text !== "image" || !holds(path)) return undefined;
	return completeImage(yaml, offset, match[1] ?? "", today, others);
}

/** Every image that is known, with the colon that leads on to its tags. */
export function imageOffers(): readonly Offer[] {
	return allImages;
}

const allImages: readonly Offer[] = imageTable.flatMap((entry, index) => {
	const names = typeof entry.name === "string" ? [entry.name] : (entry.offers ?? []);
	return names.map((name): Offer => {
		const tagged = offeredTags(entry, "").length > 0;
		return {
			label: name,
			kind: "image",
			text: tagged ? `${name}:` : name,
			detail: entry.title,
			rank: index + 1,
			again: tagged,
			deprecated: entry.abandoned !== undefined,
		};
	});
});

/** Tags of supported lines, the recommended one first. */
export function tagOffers(name: string, today: string): readonly Offer[] {
	const entry = imageEntry(name);
	if (!entry) return [];
	return offeredTags(entry, today).map(({ tag, line }, index): Offer => {
		const ends = line?.ends === undefined ? "" : `, until ${line.ends}`;
		const reference = parseImage(`${name}:${tag}`);
		return {
			label: tag,
			kind: "image",
			rank: index,
			detail: line ? `${line.lts ? "long-term support" : "supported"}${ends}` : "",
			...(reference ? { documentation: () => describeImage(reference, today) } : {}),
		};
	});
}
