import { insertLineAfter, insertLineBefore } from "../../dockerfile/edit.ts";

import { baseOf } from "../../dockerfile/state.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "missing-user",
	severity: "info",
	tags: ["security"],
	practice: ["D11"],
	aliases: ["trivy/DS-0002"],
	scope: "file",
	preset: "all",
	summary: "No USER is set, so the image runs as the user of its base image, mostly root.",
	why: "Most base images leave the user at root. A USER with a number, such as `USER 10001:10001`, needs no entry in `/etc/passwd`, and lets Kubernetes check `runAsNonRoot`. Some images, like those of databases, start as root on purpose and drop it themselves, so this is part of the preset `all` only.",
	links: ["https://docs.docker.com/build/building/best-practices/#user"],
	fix: { title: "Add USER 10001:10001", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: 'FROM ~~python:3.14-slim~~\nCOPY app.py /app/\nCMD ["python", "/app/app.py"]\n',
			good: 'FROM python:3.14-slim\nCOPY app.py /app/\nUSER 10001:10001\nCMD ["python", "/app/app.py"]\n',
			message: "No USER is set, so the image runs as the user of `python:3.14-slim`, probably root.",
		},
	],
	check: {
		stage(stage, { model, text, report }) {
			const { last, user, from, image } = stage;
			const word = from.origin?.word;
			if (!last || user || !word || image === undefined || isNonRoot(image)) return;
			// What follows an open heredoc belongs to it, a USER too.
			if (model.problems.some(({ rule }) => rule === "unterminated-heredoc")) return;
			const known = baseOf(stage)?.user;
			if (known !== undefined && known !== "root") return;
			const command = stage.instructions.find(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT");
			const end = stage.instructions.at(-1) ?? from.instruction;
			report(word.inner, {
				message: `No USER is set, so the image runs as the user of \`${image}\`, probably root.`,
				fix: () => [
					command
						? insertLineBefore(text, command, "USER 10001:10001")
						: insertLineAfter(text, end, "USER 10001:10001"),
				],
			});
		},
	},
});

/** Whether an image says in its name that it does not run as root. */
function isNonRoot(image: string): boolean {
	return /nonroot|non-root|rootless|unprivileged|^cgr\.dev\/chainguard\//.test(image);
}
