import type { Span } from "../core/text.ts";
import type { YamlMap, YamlPair } from "../yaml/nodes.ts";
import type { ImageReference } from "./image.ts";

/** A place where an image is named: FROM, COPY --from, a service, a container. Every language room yields these. */
export interface ImageUse {
	readonly kind: "image";
	/** The reference as written, inside any quotes. */
	readonly span: Span;
	/** As written. */
	readonly text: string;
	/** Undefined where it depends on a variable that is not known, or does not follow the grammar. */
	readonly reference: ImageReference | undefined;
	/** `base`: FROM. `copy`: COPY --from or a mount's from. `run`: what a service or container runs. `built`: the name a Compose build gives its image. */
	readonly role: "base" | "copy" | "run" | "built";
	/** Whether all of `reference` stands literally at `span`, so that a part of it can be edited. */
	readonly literal: boolean;
}

/** An environment variable or build argument with a value. */
export interface EnvironmentVariable {
	readonly kind: "environment-variable";
	readonly span: Span;
	readonly name: string;
	readonly nameSpan: Span;
	/** Undefined where no value is written here (taken from elsewhere). Variables in it are as written. */
	readonly value: string | undefined;
	/** The value as written, quotes not included. */
	readonly valueSpan: Span | undefined;
	/** Whether the value is plain text, with no variable and no reference in it. */
	readonly literal: boolean;
	readonly role: "ARG" | "ENV" | "environment" | "build-args" | "env";
}

/** What runs as one container: a Compose service, or a container of a pod. */
export interface ContainerNode {
	readonly kind: "container";
	readonly span: Span;
	readonly name: string;
	readonly nameSpan: Span;
	/** The value of `privileged`, with its place. */
	readonly privileged: { readonly value: boolean; readonly span: Span } | undefined;
}

/** A key that its YAML mapping has already. */
export interface DuplicateKey {
	readonly kind: "duplicate-key";
	/** The later key, inside any quotes. */
	readonly span: Span;
	readonly name: string;
	readonly map: YamlMap;
	readonly pair: YamlPair;
	/** The first pair with that key. */
	readonly earlier: YamlPair;
}

/** A YAML anchor (`&name`). */
export interface AnchorNode {
	readonly kind: "anchor";
	/** The name without `&`. */
	readonly span: Span;
	readonly name: string;
	readonly used: boolean;
}

/** A use of a YAML anchor (`*name`). */
export interface AliasNode {
	readonly kind: "alias";
	/** The name without `*`. */
	readonly span: Span;
	readonly name: string;
	/** Whether an anchor of that name stands before it. */
	readonly defined: boolean;
	/** Names of the anchors before it, where it is not defined. */
	readonly known: readonly string[];
}

/** Node kinds that rules shared by the languages are written for. */
export interface SharedNodes {
	readonly image: ImageUse;
	readonly "environment-variable": EnvironmentVariable;
	readonly container: ContainerNode;
	readonly "duplicate-key": DuplicateKey;
	readonly anchor: AnchorNode;
	readonly alias: AliasNode;
}
