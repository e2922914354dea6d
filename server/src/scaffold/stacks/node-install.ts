import { lifecycles } from "../../container/lifecycles.ts";
import type { PackageJson } from "./package-json.ts";
import { bringManager, type PackageManager } from "./package-manager.ts";
import type { Project } from "./project.ts";
import { acceptsRange, pickLine } from "./versions.ts";

/** The line of Node.js a project asks for. */
export function nodeLine(project: Project, { node: range }: PackageJson): string {
	const file = `${project.read(".nvmrc")}\n${project.read(".node-version")}`.trim().split("\n")[0] ?? "";
	const accepts = acceptsRange(/^v?\d[\d.]*$/.test(file.trim()) ? file.trim() : range);
	return pickLine(lifecycles.nodejs, accepts, project.today);
}

/** The stage that installs packages: up to the copy of all sources. */
export function installLines(project: Project, json: PackageJson, manager: PackageManager, line: string): string[] {
	const lock = project.first(...manager.locks);
	const manifests = ["package.json", ...(lock ? [lock] : []), ...project.present(...manager.reads)];
	// Workspaces have a package.json each, patches and plugins are read too: then all must be there before an installation.
	const whole =
		json.workspaces || project.has("pnpm-workspace.yaml") || project.has("patches") || project.has(".yarn/releases");
	const install = lock
		? manager.install
		: manager.install.replace("npm ci", "npm install").replace(/ --(?:frozen.*|immut.*)/, "");
	return [
		...bringManager(manager, json, line),
		whole ? "COPY . ." : `COPY ${manifests.join(" ")} ./`,
		`RUN --mount=type=cache,target=${manager.cache} ${install}`,
		...(whole ? [] : ["COPY . ."]),
	];
}

/** Images to build and run with. */
export function nodeImage(manager: PackageManager, line: string): string {
	return manager.id === "bun" ? "oven/bun:1-slim" : `node:${line}-slim`;
}
