import { replaceKeyword } from "../../dockerfile/edit.ts";
import { dockerfileRule } from "../rule.ts";

/** What only ADD can do. */
const onlyAdd = new Set(["checksum", "keep-git-dir", "unpack"]);

export default dockerfileRule({
	id: "add-for-local-file",
	severity: "warning",
	tags: ["maintainability", "security"],
	practice: ["D02", "D09"],
	aliases: ["hadolint/DL3020", "trivy/DS-0005"],
	scope: "file",
	summary: "ADD copies local files, which COPY does without surprises.",
	why: "ADD also unpacks archives and fetches from the network, so one has to know what a source is to know what happens. COPY only copies. Keep ADD for archives, downloads with `--checksum`, and Git repositories.",
	links: ["https://docs.docker.com/build/building/best-practices/#add-or-copy"],
	fix: { title: "Replace ADD by COPY", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM python:3.14-slim\n~~ADD~~ requirements.txt /app/\nADD vendor.tar.gz /app/vendor/\n",
			good: "FROM python:3.14-slim\nCOPY requirements.txt /app/\nADD vendor.tar.gz /app/vendor/\n",
			message: "ADD copies `requirements.txt`, which COPY does without surprises.",
		},
		{
			path: "Dockerfile",
			bad: 'from alpine:3.24\n~~add~~ --chown=1:1 ["a b", "c", "/x/"]\nadd https://example.com/a /\nadd git@github.com:a/b.git /b\nadd $SRC /b\n',
			good: 'from alpine:3.24\ncopy --chown=1:1 ["a b", "c", "/x/"]\nadd https://example.com/a /\nadd git@github.com:a/b.git /b\nadd $SRC /b\n',
			shown: false,
		},
	],
	check: {
		add({ instruction, sources, destination }, { text, report }) {
			if (!destination || instruction.flags.some(({ name }) => onlyAdd.has(name))) return;
			if (instruction.heredocs.length === 0 && !sources.every(({ literal, value }) => literal && isPlainFile(value)))
				return;
			report(instruction.keywordSpan, {
				message: `ADD copies \`${sources[0]?.value ?? ""}\`, which COPY does without surprises.`,
				fix: () => [replaceKeyword(text, instruction, "COPY")],
			});
		},
	},
});

/** Whether a source is neither remote nor, by its name, an archive that ADD unpacks. */
function isPlainFile(source: string): boolean {
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source) || /^[\w.-]+@[\w.-]+:/.test(source) || /\.git(?:[#?].*)?$/.test(source))
		return false;
	return !/\.(?:tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst|lzma)(?:[.*?].*)?$|\.tar[.*]|\*$/i.test(source);
}
