import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a step counted: a step without tests of its own is one. */
interface Count {
	readonly passed: number;
	readonly failed: number;
}

interface Step {
	readonly name: string;
	readonly command: readonly string[];
	/** Reads the counts from what the step printed or wrote; by the exit code alone where absent. */
	readonly count?: (output: string) => Count | undefined;
	/** Later steps need what it makes. */
	readonly essential?: boolean;
}

const scratch = mkdtempSync(join(tmpdir(), "plimsoll-check-"));
const unitReport = join(scratch, "unit.json");

const steps: readonly Step[] = [
	{ name: "generated files", command: ["tsx", "tools/generate.ts", "--check"], essential: true },
	{ name: "format, lint and import boundaries", command: ["biome", "ci"] },
	{ name: "types", command: ["tsx", "tools/types.ts"] },
	{ name: "build", command: ["tsx", "tools/build.ts"], essential: true },
	{
		name: "unit and feature tests, language server, command line",
		command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile=${unitReport}`],
		count: unitCount,
	},
	{ name: "a real VS Code", command: ["tsx", "tools/editor/test.ts"], count: lastCount },
];

/** Runs everything that CI runs, in order; ends with `N passed, N failed`. */
async function main(): Promise<void> {
	let passed = 0;
	let failed = 0;
	for (const step of steps) {
		console.log(`\n▶ ${step.name}`);
		const started = Date.now();
		const { code, output } = await run(step.command);
		const count = step.count?.(output);
		// A step that failed without naming a failure, or that counted nothing, has failed itself.
		const counted = count && count.passed + count.failed > 0;
		passed += counted ? count.passed : code === 0 && !step.count ? 1 : 0;
		const failures = counted ? Math.max(count.failed, code === 0 ? 0 : 1) : code === 0 && !step.count ? 0 : 1;
		failed += failures;
		console.log(`${failures === 0 ? "✔" : "✖"} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
		if (failures > 0 && step.essential) break;
	}
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}

function run([tool, ...args]: readonly string[]): Promise<{ code: number; output: string }> {
	return new Promise((resolve) => {
		const child = spawn("npx", ["--no-install", tool as string, ...args], {
			stdio: ["ignore", "pipe", "inherit"],
			shell: process.platform === "win32",
		});
		let output = "";
		child.stdout.on("data", (data: Buffer) => {
			output += data.toString();
			process.stdout.write(data);
		});
		child.on("close", (code) => resolve({ code: code ?? 1, output }));
	});
}

function unitCount(): Count | undefined {
	if (!existsSync(unitReport)) return undefined;
	const report = JSON.parse(readFileSync(unitReport, "utf8")) as {
		numPassedTests: number;
		numFailedTests: number;
		numPendingTests: number;
		numFailedTestSuites: number;
	};
	// A skipped test has not run, and what has not run has not passed.
	return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests };
}

function lastCount(output: string): Count | undefined {
	const match = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
	return match && { passed: Number(match[1]), failed: Number(match[2]) };
}

void main();
