import { runMocha, totals } from "./report.ts";

/** Called by VS Code inside its extension host; rejects when a test fails. */
export async function run(): Promise<void> {
	const file = process.env["PLIMSOLL_REPORT"];
	if (file === undefined) throw new Error("PLIMSOLL_REPORT is not set");
	const report = await runMocha(async () => {
		await import("./suite/extension.ts");
		await import("./suite/findings.ts");
		await import("./suite/commands.ts");
		await import("./suite/writing.ts");
	}, file);
	const { failed } = totals(report);
	if (failed > 0) throw new Error(`${failed} failed`);
}
