import { nextLine } from "../../core/text.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "empty-continuation",
	severity: "warning",
	tags: ["deprecated"],
	practice: ["D17"],
	aliases: ["buildkit/NoEmptyContinuation", "dockerfile-utils/EMPTY_CONTINUATION_LINE"],
	scope: "file",
	summary: "An empty line stands inside an instruction.",
	why: "After a line that ends with `\\` an empty line looks like the end of the instruction, yet what follows still belongs to it. BuildKit means to make it an error. A comment line can separate parts just as well.",
	links: ["https://docs.docker.com/reference/build-checks/no-empty-continuation/"],
	fix: { title: "Remove the empty line", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM debian:13-slim\nRUN make && ~~\\~~\n\n    make install\n",
			good: "FROM debian:13-slim\nRUN make && \\\n    make install\n",
		},
	],
	check: {
		instruction({ blankLines, trigger }, { text, model, report }) {
			const [first] = blankLines;
			if (!first || trigger) return;
			const start = text.lastIndexOf(model.escape, first.start);
			report(start < 0 ? first : { start, end: start + 1 }, {
				fix: () => blankLines.map((line) => ({ span: { start: line.start, end: nextLine(text, line.end) }, text: "" })),
			});
		},
	},
});
