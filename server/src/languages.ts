import { compose } from "./compose/index.ts";
import type { Language } from "./core/language.ts";
import { dockerfile } from "./dockerfile/index.ts";
import { dockerignore } from "./dockerignore/index.ts";
import { kubernetes } from "./kubernetes/index.ts";
import { configuration } from "./lint/configuration-file.ts";

/** Every language, in the order in which they are asked whether a file is theirs. */
export const languages: readonly Language[] = [configuration, dockerfile, dockerignore, compose, kubernetes];
