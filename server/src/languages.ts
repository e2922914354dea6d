import { compose } from "./compose/index.ts";
import type { Language, Source } from "./core/language.ts";
import { dockerfile } from "./dockerfile/index.ts";
import { dockerignore } from "./dockerignore/index.ts";
import { kubernetes } from "./kubernetes/index.ts";
import { configuration } from "./lint/configuration-file.ts";

/** Every language, in the order in which they are asked whether a file is theirs. */
export const languages: readonly Language[] = [configuration, dockerfile, dockerignore, compose, kubernetes];

/** The language of a file, undefined where it is none of ours. */
export function languageOf(source: Source, among: readonly Language[] = languages): Language | undefined {
	return among.find((language) => language.matches(source));
}
