import { templatesIn } from "../../compose/environment.ts";
import { spanWithin } from "../../yaml/tree.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "invalid-interpolation",
	severity: "error",
	tags: ["correctness"],
	practice: ["C03"],
	aliases: ["compose/invalid-interpolation"],
	scope: "file",
	summary: "A variable is written in a way that Compose can't read.",
	why: "Compose replaces variables in every value before it looks at anything else: `$NAME`, `${NAME}`, and with a default, a demand or a replacement `${NAME:-default}`, `${NAME:?message}`, `${NAME:+other}`. It stops at any other form, those of shells (`${NAME%.*}`, `${NAME/a/b}`) included. For a dollar sign that the container's shell should see, write `$$`.",
	links: ["https://docs.docker.com/reference/compose-file/interpolation/"],
	fix: { title: "Write $$ for a dollar sign", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: nginx:1.29\n    command: sh -c "echo ~~${HOSTNAME%%.*}~~"\n',
			good: 'services:\n  web:\n    image: nginx:1.29\n    command: sh -c "echo $${HOSTNAME%%.*}"\n',
			message: "Compose can't read “${HOSTNAME%%.*}”: after the name stand :-, -, :?, ?, :+ or + at most.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:~~${TAG~~\n    hostname: web\n",
			good: "services:\n  web:\n    image: nginx:${TAG}\n    hostname: web\n",
			message: "“${TAG” has no closing brace.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    environment:\n      - A=~~${}~~ ${B} $$C ${D:-${E:?no e}} $1\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    environment:\n      - A=$${} ${B} $$C ${D:-${E:?no e}} $1\n",
			shown: false,
		},
	],
	check: {
		file(_file, { model, text, report }) {
			for (const { scalar, problems } of templatesIn(model.yaml)) {
				for (const problem of problems) {
					const written = scalar.text.slice(problem.span.start, problem.span.end);
					const span = spanWithin(text, scalar, problem.span.start, problem.span.end);
					const exact = text.slice(span.start, span.end) === written;
					const unclosed = /^\$\{[A-Za-z_]\w*$/.test(written);
					report(span, {
						message: problem.message,
						...(exact && unclosed
							? {
									title: `Close the brace after ${written.slice(2)}`,
									fix: () => [{ span: { start: span.end, end: span.end }, text: "}" }],
								}
							: exact && { fix: () => [{ span: { start: span.start, end: span.start }, text: "$" }] }),
					});
				}
			}
		},
	},
});
