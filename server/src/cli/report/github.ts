import type { Severity } from "../../core/finding.ts";
import type { Reporter } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	info: "notice",
	hint: "notice",
};

/** Workflow commands of GitHub Actions, which it shows at the lines of a pull request. */
export const github: Reporter = ({ files, skipped }) => {
	const lines = files.flatMap(({ path, document, findings }) =>
		findings.map((finding) => {
			const start = document.lines.placeAt(finding.span.start);
			const end = document.lines.placeAt(finding.span.end);
			const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : "";
			const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(finding.rule)}`;
			return `::${commands[finding.severity]} ${place}::${data(finding.message)}`;
		}),
	);
	for (const { path, reason } of skipped) lines.push(`::warning file=${property(path)}::${data(`skipped: ${reason}`)}`);
	return lines.map((line) => `${line}\n`).join("");
};

function data(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
