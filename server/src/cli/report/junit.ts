import type { Reporter } from "./report.ts";

/** JUnit XML: a suite a file, a failure a finding. */
export const junit: Reporter = ({ files, skipped }) => {
	const suites = files.map(({ path, document, findings }) => {
		const cases = findings.map((finding) => {
			const { line, character } = document.lines.placeAt(finding.span.start);
			const place = `${path}:${line + 1}:${character + 1}`;
			return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(`${finding.rule} at ${line + 1}:${character + 1}`)}"><failure type="${finding.severity}" message="${escapeXml(finding.message)}">${escapeXml(place)}</failure></testcase>`;
		});
		if (cases.length === 0) cases.push(`    <testcase classname="${escapeXml(path)}" name="plimsoll"/>`);
		return `  <testsuite name="${escapeXml(path)}" tests="${cases.length}" failures="${findings.length}">\n${cases.join("\n")}\n  </testsuite>`;
	});
	for (const { path, reason } of skipped) {
		suites.push(
			`  <testsuite name="${escapeXml(path)}" tests="1" skipped="1">\n    <testcase classname="${escapeXml(path)}" name="plimsoll"><skipped message="${escapeXml(reason)}"/></testcase>\n  </testsuite>`,
		);
	}
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plimsoll">\n${suites.join("\n")}\n</testsuites>\n`;
};

function escapeXml(text: string): string {
	return (
		text
			.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
			// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
			.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "\uFFFD")
	);
}
