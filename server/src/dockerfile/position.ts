import { covers, touches } from "../core/text.ts";
import type { DockerfileModel, InstructionNode, OnbuildNode } from "./nodes.ts";

/** The last instruction that begins at or before an offset; undefined before the first. */
export function instructionBefore(model: DockerfileModel, offset: number): InstructionNode | undefined {
	const { instructions } = model;
	let low = 0;
	let high = instructions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((instructions[middle] as InstructionNode).span.start <= offset) low = middle + 1;
		else high = middle;
	}
	return instructions[low - 1];
}

/** The instruction that an offset touches; inside an ONBUILD its trigger. */
export function instructionAt(model: DockerfileModel, offset: number): InstructionNode | undefined {
	const instruction = instructionBefore(model, offset);
	if (!instruction || !touches(instruction.span, offset)) return undefined;
	if (instruction.keyword !== "ONBUILD" || touches(instruction.keywordSpan, offset)) return instruction;
	const onbuild = model.nodes.find(
		(node): node is OnbuildNode => node.kind === "onbuild" && covers(instruction.span, node.span),
	);
	const trigger = onbuild?.triggered;
	return trigger && offset >= trigger.span.start ? trigger : instruction;
}
