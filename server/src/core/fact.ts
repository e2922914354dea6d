import type { Span } from "./text.ts";

/*
 * Facts are what a file states that other files may need. The three languages never import each other: they meet here.
 * Two versions of a file state the same facts when these are equal but for their spans.
 */

/** A stage of a Dockerfile. */
export interface StageFact {
	readonly kind: "stage";
	readonly span: Span;
	/** As written after AS, absent for a stage without a name. */
	readonly name?: string;
	readonly index: number;
	/** The image or earlier stage it starts from, build arguments replaced by their defaults where known. */
	readonly base: string;
	readonly last: boolean;
}

/** A build argument that a Dockerfile declares. */
export interface BuildArgumentFact {
	readonly kind: "build-argument";
	readonly span: Span;
	readonly name: string;
	readonly default?: string;
}

/** What the image of a stage is like at run time, inherited stages included. */
export interface ImageFact {
	readonly kind: "image-state";
	readonly span: Span;
	readonly stage: number;
	readonly user?: string;
	readonly workdir?: string;
	/** Ports of EXPOSE, as `8080/tcp`. */
	readonly ports: readonly string[];
	readonly healthcheck: boolean;
}

/** A service of a Compose file, with what it builds and publishes. */
export interface ServiceFact {
	readonly kind: "compose-service";
	readonly span: Span;
	readonly name: string;
	readonly image?: string;
	readonly build?: {
		/** As written, relative to the Compose file; a variable that is not known makes it absent. */
		readonly context?: string;
		readonly dockerfile?: string;
		readonly target?: string;
		readonly args: readonly string[];
	};
	/** Container ports it publishes or exposes, as `8080/tcp`. */
	readonly ports: readonly string[];
}

/** A Compose file as its neighbours see it: what it defines and uses, and which other files it pulls in. */
export interface ComposeFileFact {
	readonly kind: "compose-file";
	readonly span: Span;
	/** `service:web`, `network:front`, `volume:data` … */
	readonly defines: readonly string[];
	/** Names that its services refer to, in the same form. */
	readonly uses: readonly string[];
	/** URIs of the files that it includes, or whose services it extends. */
	readonly loads: readonly string[];
}

/** A Kubernetes object. */
export interface ObjectFact {
	readonly kind: "object";
	readonly span: Span;
	/** Group without version; empty for the core group. */
	readonly group: string;
	readonly version: string;
	readonly object: string;
	/** As written; absent where the manifest leaves it to the client. */
	readonly namespace?: string;
	readonly name: string;
	readonly labels: Readonly<Record<string, string>>;
}

/** A pod template or Pod: what selectors are matched with. */
export interface WorkloadFact {
	readonly kind: "workload";
	readonly span: Span;
	readonly object: string;
	readonly name: string;
	readonly namespace?: string;
	/** Labels of the pods. */
	readonly labels: Readonly<Record<string, string>>;
	readonly ports: readonly { readonly name?: string; readonly number?: number; readonly protocol: string }[];
	/** Images of its containers. */
	readonly images: readonly string[];
}

/** A selector of a Service, PodDisruptionBudget, NetworkPolicy … that is matched with workloads. */
export interface SelectorFact {
	readonly kind: "selector";
	readonly span: Span;
	readonly object: string;
	readonly name: string;
	readonly namespace?: string;
	readonly labels: Readonly<Record<string, string>>;
}

/** The ports that a Service has. */
export interface ServicePortsFact {
	readonly kind: "service-ports";
	readonly span: Span;
	readonly name: string;
	readonly namespace?: string;
	readonly ports: readonly { readonly name?: string; readonly number?: number }[];
}

/** The keys that a ConfigMap or Secret defines. */
export interface DataKeysFact {
	readonly kind: "data-keys";
	readonly span: Span;
	readonly object: "ConfigMap" | "Secret";
	readonly namespace?: string;
	readonly name: string;
	readonly keys: readonly string[];
}

/** A CustomResourceDefinition's schema of one version; `schema` is its openAPIV3Schema as plain data. */
export interface CustomResourceFact {
	readonly kind: "custom-resource";
	readonly span: Span;
	readonly group: string;
	readonly version: string;
	readonly object: string;
	readonly plural: string;
	readonly namespaced: boolean;
	readonly schema: unknown;
}

/** What an autoscaler scales. */
export interface AutoscalerFact {
	readonly kind: "autoscaler";
	readonly span: Span;
	readonly namespace?: string;
	readonly target: string;
	/** Kind of the target: `Deployment`. */
	readonly targetKind: string;
}

/** What a Kustomization says about other files. */
export interface KustomizationFact {
	readonly kind: "kustomization";
	readonly span: Span;
	/** Paths of files with patches, as written. */
	readonly patches: readonly string[];
	/** Whether it changes names (`namePrefix`, `nameSuffix`), so that references by other names may hold. */
	readonly renames: boolean;
}

export type Fact =
	| StageFact
	| BuildArgumentFact
	| ImageFact
	| ServiceFact
	| ComposeFileFact
	| ObjectFact
	| WorkloadFact
	| SelectorFact
	| ServicePortsFact
	| DataKeysFact
	| CustomResourceFact
	| KustomizationFact
	| AutoscalerFact;

export type FactKind = Fact["kind"];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** A fact and the file that states it. */
export interface Located<F extends Fact = Fact> {
	readonly uri: string;
	readonly fact: F;
}
