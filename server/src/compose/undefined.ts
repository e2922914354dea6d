import { nearest } from "../core/nearest.ts";
import type { Edit } from "../core/text.ts";
import type { World } from "../core/world.ts";
import { type Plain, setPath } from "../yaml/edit.ts";
import { isBase, mayBeDefinedElsewhere } from "./neighbours.ts";
import { type ComposeModel, type Reference, type ReferenceKind, sections } from "./nodes.ts";

/** A change to choose from. */
export interface Choice {
	readonly title: string;
	readonly fix: () => readonly Edit[];
}

/** A reference to what no file that is read together with this one defines. */
export interface Undefined {
	readonly message: string;
	/** The likeliest first. */
	readonly choices: readonly Choice[];
	/** Whether another file may be laid under this one. */
	readonly uncertain: boolean;
}

/** What a new definition looks like; `name` is its name. A service or model can't be made up. */
const drafts: Readonly<Partial<Record<ReferenceKind, (name: string) => Plain>>> = {
	network: () => ({}),
	volume: () => ({}),
	secret: (name) => ({ file: `./${name}.txt` }),
	config: (name) => ({ file: `./${name}.conf` }),
};

/** Among more names than this no nearest one is looked for. */
const maximumNames = 200;

/** What is wrong with a reference, where it is one to `kind` and leads nowhere. */
export function undefinedReference(
	reference: Reference,
	kind: ReferenceKind,
	model: ComposeModel,
	world: World,
): Undefined | undefined {
	const { to, name, defined, via } = reference;
	if (to !== kind || defined || mayBeDefinedElsewhere(model, world, `${to}:${name}`)) return undefined;
	const names = namesOf(model, kind, reference.from);
	const meant = names.length > maximumNames ? undefined : nearest(name, names);
	return {
		message: `${via === "volumes" ? "The mount" : `\`${via}\``} names the ${kind} \`${name}\`, which \`${sections[kind]}\` does not define.`,
		choices: [
			...(meant === undefined
				? []
				: [{ title: `Replace with ${meant}`, fix: () => [{ span: reference.span, text: meant }] }]),
			...declaration(model, kind, name),
		],
		uncertain: !isBase(model.uri),
	};
}

function namesOf({ file }: ComposeModel, kind: ReferenceKind, except: string): string[] {
	if (kind === "service") return file.services.map(({ name }) => name).filter((name) => name !== except);
	return file.resources.filter((resource) => resource.kind === kind).map(({ name }) => name);
}

function declaration({ text, yaml }: ComposeModel, kind: ReferenceKind, name: string): Choice[] {
	const root = yaml.documents.find((document) => document.root?.kind === "map")?.root;
	const draft = drafts[kind];
	if (root?.kind !== "map" || !draft || !/^[\w.-]+$/.test(name)) return [];
	return [
		{
			title: `Declare the ${kind} ${name}`,
			fix: () => setPath(text, root, [sections[kind], name], draft(name)),
		},
	];
}
