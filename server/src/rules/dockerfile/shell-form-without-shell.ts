import type {
	CmdNode,
	EntrypointNode,
	HealthcheckNode,
	InstructionNode,
	RunNode,
	StageNode,
} from "../../dockerfile/nodes.ts";
import { baseOf } from "../../dockerfile/state.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "shell-form-without-shell",
	severity: "error",
	tags: ["correctness"],
	practice: ["D01", "D15"],
	aliases: [],
	scope: "file",
	summary: "The command is in shell form, but the image has no shell.",
	why: "Images such as `scratch`, distroless, Chainguard's and the chiselled ones of .NET hold a program and what it needs, and no `/bin/sh`. A RUN in shell form stops the build there; a CMD or ENTRYPOINT in shell form builds and then does not start. Prepare files in an earlier stage and copy them, and write commands as JSON arrays.",
	links: ["https://docs.docker.com/reference/dockerfile/#shell-and-exec-form"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM golang:1.27 AS build\nRUN go build -o /app ./cmd/app\n\nFROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nCMD ~~/app --port 8080~~\n",
			good: 'FROM golang:1.27 AS build\nRUN go build -o /app ./cmd/app\n\nFROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\nCMD ["/app", "--port", "8080"]\n',
			message: "`gcr.io/distroless/static-debian13:nonroot` has no shell, so this CMD can't start.",
		},
		{
			path: "Dockerfile",
			bad: "FROM scratch\nCOPY app /app\n~~RUN~~ chmod +x /app\nENTRYPOINT ~~/app~~\n",
			good: 'FROM scratch\nCOPY --chmod=755 app /app\nENTRYPOINT ["/app"]\n',
			message: "`scratch` has no shell, so this RUN fails.",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base\nFROM base\nENTRYPOINT ~~dotnet shop.dll~~\n",
			good: 'FROM scratch\nADD rootfs.tar.xz /\nCMD bash\nFROM gcr.io/distroless/base-debian13\nCOPY --from=busybox:1.38 /bin/sh /bin/sh\nRUN echo works\nFROM gcr.io/distroless/base-debian13:debug\nRUN echo works\nFROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nENTRYPOINT ["dotnet", "shop.dll"]\n',
			shown: false,
		},
	],
	check: {
		run: (node, { report }) => {
			const image = imageWithoutShell(node);
			if (image !== undefined)
				report(node.instruction.keywordSpan, { message: `\`${image}\` has no shell, so this RUN fails.` });
		},
		// How to write it as an array is what `shell-form-command` offers at the same place.
		cmd: (node, { report }) => {
			const image = imageWithoutShell(node);
			if (image !== undefined)
				report(node.instruction.argumentSpan, { message: `\`${image}\` has no shell, so this CMD can't start.` });
		},
		entrypoint: (node, { report }) => {
			const image = imageWithoutShell(node);
			if (image !== undefined)
				report(node.instruction.argumentSpan, {
					message: `\`${image}\` has no shell, so this ENTRYPOINT can't start.`,
				});
		},
		healthcheck: (node, { report }) => {
			const image = node.type?.value.toUpperCase() === "CMD" ? imageWithoutShell(node) : undefined;
			if (image !== undefined)
				report(node.type?.span ?? node.span, { message: `\`${image}\` has no shell, so this check always fails.` });
		},
	},
});

/** The name of the image where the command needs a shell and nothing can have brought one. */
function imageWithoutShell(node: RunNode | CmdNode | EntrypointNode | HealthcheckNode): string | undefined {
	const { stage, form, shell, instruction } = node;
	if (!stage || form === "exec" || shell.instruction || instruction.argumentText === "" || instruction.trigger)
		return undefined;
	if (instruction.argumentText.startsWith("[")) return undefined;
	return baseOf(stage)?.shell === "none" && !mayHaveShell(stage, instruction) ? stage.image : undefined;
}

/** Whether an instruction before copies a shell, an archive or a whole file system. */
function mayHaveShell(stage: StageNode, before: InstructionNode): boolean {
	for (let at: StageNode | undefined = stage, depth = 0; at && depth < 50; at = at.parent, depth++) {
		for (const instruction of at.instructions) {
			if (instruction.span.start >= before.span.start) break;
			if ((instruction.keyword === "COPY" || instruction.keyword === "ADD") && bringsShell(instruction)) return true;
		}
	}
	return false;
}

function bringsShell({ words, keyword }: InstructionNode): boolean {
	const destination = words.at(-1)?.value ?? "/";
	const sources = words.slice(0, -1).map(({ value }) => value);
	if (/^\/(?:usr\/|usr$|bin\b|busybox\b|lib)/.test(destination)) return true;
	if (sources.some((source) => /(?:^|\/)(?:sh|bash|ash|dash|busybox)$|root/.test(source))) return true;
	const whole = /^\/?$|^\.\/?$/.test(destination);
	return (
		whole &&
		sources.some(
			(source) => source.endsWith("/") || /^\.?$|\$|\*/.test(source) || (keyword === "ADD" && /\.t/.test(source)),
		)
	);
}
