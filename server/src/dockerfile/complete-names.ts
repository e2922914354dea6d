import type { Offer } from "../core/offer.ts";
import type { World } from "../core/world.ts";
import { plainOperands, type ShellCommand } from "../shell/command.ts";
import { sourcesIn } from "./context.ts";
import type { CommandNode, DockerfileModel, InstructionNode, StageNode } from "./nodes.ts";
import { baseOf } from "./state.ts";

/** Names that are offered in several places: stages, users, paths of the build context. */

/** The stages before the one that the cursor is in. */
export function stageOffers(
	model: DockerfileModel,
	instruction: InstructionNode | undefined,
	offset: number,
): readonly Offer[] {
	const own = instruction?.stage;
	return model.stages
		.filter((stage) => stage !== own && stage.span.start < offset && (own === undefined || stage.index < own.index))
		.map((stage): Offer => {
			const label = stage.name ?? String(stage.index);
			return { label, kind: "reference", detail: `stage, FROM ${stage.base}`, rank: -1 };
		});
}

/** Users that exist where the instruction stands: of the base image, and made by earlier commands. */
export function usersAt(model: DockerfileModel, instruction: InstructionNode | undefined): readonly string[] {
	const stage = instruction?.stage;
	if (!instruction || !stage) return ["root"];
	const chain = new Set<StageNode>();
	for (let at: StageNode | undefined = stage; at && !chain.has(at); at = at.parent) chain.add(at);
	const created = model.nodes.flatMap((node) => {
		if (node.kind !== "command" || node.span.start > instruction.span.start) return [];
		const { command, stage: of } = node as CommandNode;
		const name = of && chain.has(of) ? createdUser(command) : undefined;
		return name === undefined ? [] : [name];
	});
	return [...new Set([...created, ...(baseOf(stage)?.users ?? []), "root"])];
}

const withValue =
	/^-(?:[A-Za-z]*[ugGshdckKfbep]|-(?:uid|gid|groups?|shell|home(?:-dir)?|comment|ingroup|base-dir|expiredate|inactive|key|password|gecos|skel))$/;

/** The user that `useradd` or `adduser` makes. */
function createdUser(command: ShellCommand): string | undefined {
	if (command.program !== "useradd" && command.program !== "adduser") return undefined;
	const { operands } = command;
	return plainOperands(command).find((word) => {
		const before = operands[operands.indexOf(word) - 1]?.value ?? "";
		return word.literal && /^[a-z_][a-z0-9_-]*\$?$/.test(word.value) && !withValue.test(before);
	})?.value;
}

/** Values of USER: users that were made first, root last. */
export function userOffers(model: DockerfileModel, instruction: InstructionNode | undefined): readonly Offer[] {
	const users = usersAt(model, instruction).map(
		(label, rank): Offer => ({ label, kind: "value", rank: label === "root" ? 101 : rank }),
	);
	return [...users, { label: "10001:10001", kind: "value", rank: 100, detail: "a number needs no user in the image" }];
}

/** Values of --chown. */
export function ownerOffers(model: DockerfileModel, instruction: InstructionNode | undefined): readonly Offer[] {
	const users = usersAt(model, instruction).map(
		(name, rank): Offer => ({ label: `${name}:${name}`, kind: "value", rank }),
	);
	return [...users, { label: "10001:10001", kind: "value", rank: 100 }];
}

/** Files and folders that COPY can take, for what is typed of a path. */
export function pathOffers(model: DockerfileModel, world: World, typed: string): readonly Offer[] {
	const slash = typed.lastIndexOf("/");
	const folder = slash < 0 ? "" : typed.slice(0, slash + 1);
	if (/[*?[$]/.test(folder)) return [];
	return sourcesIn(model.uri, world, folder).map(({ name, folder: isFolder }): Offer => {
		const label = isFolder ? `${name}/` : name;
		const path = (folder + label).replaceAll(" ", "\\ ");
		return { label: path, kind: isFolder ? "folder" : "file", again: isFolder };
	});
}
