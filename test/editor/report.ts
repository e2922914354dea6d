import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** A test that ran: with what went wrong, if anything did. */
export type Report = readonly { readonly title: string; readonly error?: string }[];

/** How many passed and failed. */
export function totals(report: Report): { passed: number; failed: number } {
	const failed = report.filter(({ error }) => error !== undefined).length;
	return { passed: report.length - failed, failed };
}

/** Runs the tests that `define` defines with Mocha's `describe` and `it`, and writes the report to `file`. */
export async function runMocha(
	define: () => Promise<unknown>,
	file: string,
	failed?: (title: string) => Promise<unknown>,
): Promise<Report> {
	const grep = process.env["PLIMSOLL_GREP"];
	const mocha = new Mocha({ ui: "bdd", timeout: 40_000, reporter: "spec", ...(grep === undefined ? {} : { grep }) });
	mocha.suite.emit("pre-require", globalThis, "", mocha);
	await define();
	if (failed) {
		mocha.suite.afterEach(async function () {
			const test = this.currentTest;
			if (test?.state === "failed") await failed(test.fullTitle());
		});
	}
	const report: { title: string; error?: string }[] = [];
	await new Promise((done) => {
		const runner = mocha.run(done);
		runner.on("pass", (test) => report.push({ title: test.fullTitle() }));
		runner.on("fail", (test, error: Error) =>
			report.push({ title: test.fullTitle(), error: error.stack ?? String(error) }),
		);
		// A test left out on purpose does not exist here: nothing is skipped.
		runner.on("pending", (test) => report.push({ title: test.fullTitle(), error: "was skipped" }));
	});
	writeFileSync(file, JSON.stringify(report, undefined, "\t"));
	return report;
}
