import type { ContainerNode, EnvironmentVariable, ImageUse, SharedNodes } from "../container/nodes.ts";
import type { PortMapping } from "../container/port.ts";
import type { Model, Node } from "../core/language.ts";
import type { Span } from "../core/text.ts";
import type {
	BadFormat,
	BadValue,
	DeprecatedKey,
	DeprecatedValue,
	DuplicateItem,
	MissingKey,
	OutOfRange,
	TooFew,
	UnknownKey,
	WrongType,
} from "../schema/validate.ts";
import type { YamlFile, YamlItem, YamlMap, YamlNode, YamlPair, YamlScalar } from "../yaml/tree.ts";
import type { Entry, MapValue } from "./merge.ts";

/** A scalar with its places. */
export interface Text {
	/** Unquoted; variables as written. */
	readonly text: string;
	/** Inside any quotes. */
	readonly span: Span;
	readonly node: YamlScalar;
	/** Whether no variable is in it, so that `text` is what Compose sees. */
	readonly literal: boolean;
	/** Taken from another service by `extends`: not this service's to report. */
	readonly inherited: boolean;
}

/** Whatever a top-level element of a Compose file can define, besides services. */
export type ResourceKind = "network" | "volume" | "secret" | "config" | "model";

/** What a name can refer to. */
export type ReferenceKind = "service" | ResourceKind;

/** Top-level keys by what they define. */
export const sections: Readonly<Record<ReferenceKind, string>> = {
	service: "services",
	network: "networks",
	volume: "volumes",
	secret: "secrets",
	config: "configs",
	model: "models",
};

/** A place where one thing of a Compose file names another. */
export interface Reference extends Node {
	readonly kind: "reference";
	readonly to: ReferenceKind;
	readonly name: string;
	/** Just the name, inside any quotes. */
	readonly span: Span;
	/** The attribute that holds it: `depends_on`, `network_mode`. */
	readonly via: string;
	/** The service it is written in. */
	readonly from: string;
	/** Whether this file defines it, or it always exists (the network `default`). */
	readonly defined: boolean;
	/** Whether the target must start first. */
	readonly ordering: boolean;
	readonly inherited: boolean;
}

/** An entry of `depends_on`. */
export interface Dependency extends Reference {
	readonly condition: Text | undefined;
	/** The list item or pair, for edits. */
	readonly written: YamlItem | YamlPair;
}

/** A port in its short or long form, of `ports` or `expose`. */
export interface PortNode extends Node {
	readonly kind: "port";
	readonly service: string;
	/** Undefined where it does not follow the grammar; see `invalid-port-mapping`. */
	readonly mapping: PortMapping | undefined;
	/** The scalar of the short form. */
	readonly text: Text | undefined;
	/** Place of the published port, or of the whole where that has no place of its own. */
	readonly publishedSpan: Span;
	/** Only exposed to other containers. */
	readonly exposed: boolean;
	readonly mode: string | undefined;
	readonly inherited: boolean;
}

export type MountKind = "bind" | "volume" | "tmpfs" | "npipe" | "cluster" | "image";

/** A mount in its short or long form, of `volumes` or `tmpfs`. */
export interface MountNode extends Node {
	readonly kind: "mount";
	readonly service: string;
	/** Undefined where a variable decides. */
	readonly type: MountKind | undefined;
	readonly source: { readonly text: string; readonly span: Span } | undefined;
	readonly target: { readonly text: string; readonly span: Span } | undefined;
	readonly readOnly: boolean;
	/** The scalar of the short form. */
	readonly text: Text | undefined;
	readonly item: YamlItem | undefined;
	readonly inherited: boolean;
}

/** A variable of a service's `environment` or `build.args`. */
export interface ServiceVariable extends EnvironmentVariable {
	readonly inherited: boolean;
}

/** How a service's image is built: `build: .` and its long form in one shape. */
export interface Build {
	readonly span: Span;
	readonly context: Text | undefined;
	readonly dockerfile: Text | undefined;
	readonly dockerfileInline: Entry | undefined;
	readonly target: Text | undefined;
	readonly args: readonly ServiceVariable[];
	readonly platforms: readonly Text[];
	/** URI of its Dockerfile; undefined where a variable, a remote context or an inline Dockerfile stands in the way. */
	readonly file: string | undefined;
}

export interface Healthcheck {
	readonly span: Span;
	readonly keySpan: Span;
	/** `disable: true`, or `test: ["NONE"]`. */
	readonly disabled: boolean;
	/** The words of a list, or the one string of a shell command. */
	readonly test: readonly Text[];
	readonly shell: boolean;
	readonly inherited: boolean;
}

/** A service with everything that anchors, `<<`, `extends` and later documents give it. */
export interface Service extends Node {
	readonly kind: "service";
	/** The whole pair. */
	readonly span: Span;
	readonly name: string;
	readonly nameSpan: Span;
	readonly pair: YamlPair;
	/** Keys by name, effective. */
	readonly attributes: ReadonlyMap<string, Entry>;
	/** Whether a part of it can't be seen: it extends a service of another file, or something that is not there. */
	readonly partial: boolean;
	readonly extends: { readonly service: Text; readonly file: Text | undefined } | undefined;
	readonly image: Text | undefined;
	readonly build: Build | undefined;
	readonly containerName: Text | undefined;
	readonly networkMode: Text | undefined;
	readonly restart: Text | undefined;
	readonly user: Text | undefined;
	readonly platform: Text | undefined;
	readonly privileged: ContainerNode["privileged"];
	readonly ports: readonly PortNode[];
	readonly mounts: readonly MountNode[];
	readonly dependencies: readonly Dependency[];
	/** Everything it refers to, dependencies included. */
	readonly references: readonly Reference[];
	readonly healthcheck: Healthcheck | undefined;
	readonly environment: readonly ServiceVariable[];
	readonly environmentFiles: readonly Text[];
	readonly profiles: readonly Text[];
	/** Containers asked for by `scale` or `deploy.replicas`; 1 where neither is written, undefined where a variable decides. */
	readonly replicas: { readonly count: number | undefined; readonly span: Span } | undefined;
}

/** A top-level network, volume, secret, config or model. */
export interface Resource<K extends ResourceKind = ResourceKind> extends Node {
	readonly kind: K;
	/** The whole pair. */
	readonly span: Span;
	readonly name: string;
	readonly nameSpan: Span;
	readonly pair: YamlPair;
	readonly attributes: ReadonlyMap<string, Entry>;
	/** `external: true` or its old form with a name inside. */
	readonly external: { readonly value: boolean | undefined; readonly entry: Entry } | undefined;
	/** Whether a service of this file refers to it. */
	readonly used: boolean;
	/** Whether a part of it can't be seen. */
	readonly partial: boolean;
}

/** The whole file. */
export interface FileNode extends Node {
	readonly kind: "file";
	/** The documents merged; undefined where there is no mapping. */
	readonly root: MapValue | undefined;
	readonly projectName: Text | undefined;
	readonly services: readonly Service[];
	readonly resources: readonly Resource[];
	/** Paths of other Compose files that it includes, and those its services extend. */
	readonly includes: readonly Text[];
	/** Whether all that it includes is written out, with no variable and nothing remote. */
	readonly knownIncludes: boolean;
	/** Whether it is made to be laid over another file, by its name or by `!reset` and `!override`. */
	readonly override: boolean;
}

/** A top-level pair, `version` among them. */
export interface SectionNode extends Node {
	readonly kind: "section";
	readonly name: string;
	readonly keySpan: Span;
	readonly pair: YamlPair;
	readonly map: YamlMap;
	readonly value: YamlNode | undefined;
}

/** Every node kind that rules of this language can be written for. */
export interface ComposeNodes extends SharedNodes {
	readonly file: FileNode;
	readonly section: SectionNode;
	readonly service: Service;
	readonly network: Resource<"network">;
	readonly volume: Resource<"volume">;
	readonly secret: Resource<"secret">;
	readonly config: Resource<"config">;
	readonly model: Resource<"model">;
	readonly reference: Reference;
	readonly port: PortNode;
	readonly mount: MountNode;
	readonly "unknown-key": UnknownKey;
	readonly "wrong-type": WrongType;
	readonly "missing-key": MissingKey;
	readonly "bad-value": BadValue;
	readonly "bad-format": BadFormat;
	readonly "too-small": OutOfRange;
	readonly "too-large": OutOfRange;
	readonly "too-few": TooFew;
	readonly "duplicate-item": DuplicateItem;
	readonly "deprecated-key": DeprecatedKey;
	readonly "deprecated-value": DeprecatedValue;
}

export interface ComposeModel extends Model {
	readonly language: "compose";
	/** The text as YAML. */
	readonly yaml: YamlFile;
	readonly file: FileNode;
}

export type { ContainerNode, Entry, EnvironmentVariable, ImageUse };
