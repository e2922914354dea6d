import { type EncodedKind, type EncodedType, spread, type TypeTable } from "../../server/src/kubernetes/table.ts";
import type { GeneratedFile } from "../generate.ts";
import { type Declaration, declarationFiles, type Member, readDeclarations, type Shape } from "./declarations.ts";
import { coreModelNames } from "./kubernetes.ts";
import { DocWriter } from "./kubernetes-docs.ts";

/** Packages of @kubernetes-models whose custom resources come with the extension. */
const packages = [
	"argo-cd",
	"argo-rollouts",
	"cert-manager",
	"external-secrets",
	"flux-cd",
	"gateway-api",
	"istio",
	"keda",
	"knative",
	"prometheus-operator",
	"sealed-secrets",
	"traefik",
];

/** `custom-types.generated.json` and `custom-docs.generated.json`: types of well-known custom resources. */
export function generateCustomResources(): GeneratedFile[] {
	const { table, docs } = customTables();
	return [
		{ path: "server/src/kubernetes/custom-types.generated.json", text: JSON.stringify(table) },
		{ path: "server/src/kubernetes/custom-docs.generated.json", text: JSON.stringify(docs) },
	];
}

export function customTables(): { table: TypeTable; docs: ReturnType<DocWriter["table"]> } {
	const declarations = packages.flatMap((name) =>
		declarationFiles(`node_modules/@kubernetes-models/${name}`).flatMap(readDeclarations),
	);
	const known = new Map(declarations.flatMap((one) => one.names.map((name) => [`${one.file}#${name}`, one] as const)));
	const writer = new TableWriter(coreModelNames(), known);
	const kinds = declarations.flatMap((declaration) => kindOf(declaration, writer));
	const unique = new Map(kinds.map((kind) => [kind.slice(0, 3).join("/"), kind]));
	return writer.finish([...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind));
}

/** Declared as kinds for the tools of their projects, and never written as manifests. */
const notKinds = [
	"ChannelTemplateSpec",
	"EmbeddedPersistentVolumeClaim",
	"EventPolicySelector",
	"PodScalable",
	"WithTriggers",
];

/** The kind that a declaration is, by the literals of its `apiVersion` and `kind`; lists are left out. */
function kindOf(declaration: Declaration, writer: TableWriter): EncodedKind[] {
	const { shape, doc } = declaration;
	if (shape.kind !== "object") return [];
	const literal = (name: string) => {
		const member = shape.members.find((candidate) => candidate.name === name);
		return member?.shape.kind === "enum" ? member.shape.values[0] : undefined;
	};
	const [apiVersion, kind] = [literal("apiVersion"), literal("kind")];
	if (apiVersion === undefined || kind === undefined || kind.endsWith("List") || notKinds.includes(kind)) return [];
	const [group = "", version = ""] = apiVersion.split("/");
	const members = writer.members(declaration).filter(({ name }) => name !== "apiVersion" && name !== "kind");
	// Some kinds are declared without what they hold (IstioOperator): nothing is known of them.
	if (!shape.open && members.every(({ name }) => name === "metadata" || name === "status")) return [];
	const type = writer.object(members, shape.open, doc);
	return [[group, version, kind, "", isClusterWide(kind) ? 0 : 1, type]];
}

/** The packages do not say it; this is how the projects name their cluster-wide kinds. */
function isClusterWide(kind: string): boolean {
	return kind.startsWith("Cluster") || kind === "GatewayClass";
}

/** Gathers types; those that are alike, documentation included, become one. */
class TableWriter {
	readonly #core: ReadonlySet<string>;
	readonly #types: Record<string, Record<string, EncodedType>> = {};
	readonly #docs = new DocWriter();
	readonly #names = new Map<string, string>();
	/** Names of declarations that are being written, for those that contain themselves. */
	readonly #open = new Map<Declaration, string>();

	readonly #known: ReadonlyMap<string, Declaration>;

	constructor(core: ReadonlySet<string>, known: ReadonlyMap<string, Declaration>) {
		this.#core = core;
		this.#known = known;
	}

	/** Members of a declaration and of those it extends. */
	members({ shape, bases }: Declaration): readonly Member[] {
		// `type X = Y` is Y under another name.
		const from = shape.kind === "name" ? [shape.name, ...bases] : bases;
		const inherited = from.flatMap((name): readonly Member[] => {
			const base = this.#find(name);
			if (base) return this.members(base);
			const taken: Member = { name: spread, optional: true, doc: "", shape: { kind: "name", name } };
			return this.#foreign(name).startsWith("@") ? [taken] : [];
		});
		const own = shape.kind === "object" ? shape.members : [];
		return [...inherited.filter(({ name }) => own.every((member) => member.name !== name)), ...own];
	}

	/** Writes an object and returns the name of its entry. */
	object(members: readonly Member[], open: boolean, doc: string, as?: string): string {
		const fields: Record<string, EncodedType> = {};
		for (const { name, optional, shape } of members) {
			const isStatus = name === "status" && members.some((member) => member.name === "spec");
			fields[optional ? name : `${name}!`] = isStatus ? "a" : this.#encode(shape);
		}
		if (open) fields["*"] = "a";
		const same = JSON.stringify([fields, doc, members.map((member) => member.doc)]);
		const existing = as === undefined ? this.#names.get(same) : undefined;
		if (existing !== undefined) return existing;
		const entry = as ?? this.#names.size.toString(36);
		this.#names.set(as === undefined ? same : as, entry);
		this.#types[entry] = fields;
		this.#docs.add(entry, "", doc);
		for (const member of members) this.#docs.addMember(entry, member.name, member.doc);
		return entry;
	}

	#encode(shape: Shape): EncodedType {
		switch (shape.kind) {
			case "string":
				return "s";
			case "number":
				return "n";
			case "boolean":
				return "b";
			case "any":
				return "a";
			case "enum":
				return shape.values.some((value) => value === "" || value.includes("|")) ? "s" : `=${shape.values.join("|")}`;
			case "list":
				return `[${this.#encode(shape.of)}`;
			case "map":
				return shape.of.kind === "any" ? "a" : `{${this.#encode(shape.of)}`;
			case "object":
				return `@${this.object(shape.members, shape.open, "")}`;
			case "union":
				return isIntOrString(shape.forms) ? "p" : "a";
			case "name":
				return this.#encodeName(shape.name);
		}
	}

	/** A declaration of the packages, also where another package names it. */
	#find(name: string): Declaration | undefined {
		return this.#known.get(name) ?? this.#known.get(`node_modules/${name}`);
	}

	#encodeName(name: string): EncodedType {
		const declaration = this.#find(name);
		if (!declaration) return this.#foreign(name);
		const { shape, doc } = declaration;
		if (shape.kind === "name") return shape.name === name ? "a" : this.#encodeName(shape.name);
		const members = this.members(declaration);
		if (members.length === 0) return shape.kind === "object" ? "a" : this.#encode(shape);
		const open = shape.kind === "object" && shape.open;
		const started = this.#open.get(declaration);
		if (started !== undefined) return `@${started}`;
		if (!containsItself(declaration, this.#known)) return `@${this.object(members, open, doc)}`;
		const entry = declaration.names.at(-1) as string;
		this.#open.set(declaration, entry);
		this.object(members, open, doc, entry);
		return `@${entry}`;
	}

	/** Types of Kubernetes itself: `kubernetes-models/v1/Toleration#IIoK8sApiCoreV1Toleration`. */
	#foreign(name: string): EncodedType {
		const [path = ""] = name.split("#");
		if (!/^(?:kubernetes-models|@kubernetes-models\/apimachinery)\//.test(path)) return "a";
		if (path.endsWith("/IntOrString")) return "p";
		if (path.endsWith("/Quantity")) return "q";
		if (/\/meta\/v1\/(?:Micro)?Time$/.test(path)) return "t";
		const [kind = "", version = "", group = ""] = path.split("/").reverse();
		const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
		const names = [`${capital(group.split(".")[0] ?? "")}${capital(version)}${kind}`, `${capital(version)}${kind}`];
		const model = [...names, `Core${names[1]}`].find((candidate) => this.#core.has(candidate));
		return model === undefined ? "a" : `@${model}`;
	}

	finish(kinds: readonly EncodedKind[]): { table: TypeTable; docs: ReturnType<DocWriter["table"]> } {
		return { table: { kinds, types: this.#types }, docs: this.#docs.table() };
	}
}

function isIntOrString(forms: readonly Shape[]): boolean {
	return forms.every(({ kind }) => kind === "string" || kind === "number");
}

/** Whether a declaration is reached from itself. */
function containsItself(declaration: Declaration, known: ReadonlyMap<string, Declaration>): boolean {
	const seen = new Set<Declaration>();
	const queue = [...namesIn(declaration.shape), ...declaration.bases];
	for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
		const next = known.get(name);
		if (next === declaration) return true;
		if (!next || seen.has(next)) continue;
		seen.add(next);
		queue.push(...namesIn(next.shape), ...next.bases);
	}
	return false;
}

function namesIn(shape: Shape): string[] {
	switch (shape.kind) {
		case "name":
			return [shape.name];
		case "list":
		case "map":
			return namesIn(shape.of);
		case "union":
			return shape.forms.flatMap(namesIn);
		case "object":
			return shape.members.flatMap((member) => namesIn(member.shape));
		default:
			return [];
	}
}
