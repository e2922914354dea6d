import type { PackageJson } from "./package-json.ts";
import type { Project } from "./project.ts";

export type ManagerId = "npm" | "yarn" | "berry" | "pnpm" | "bun";

/** A package manager of JavaScript, and how it is used in an image. */
export interface PackageManager {
	readonly id: ManagerId;
	/** Lock files, the usual one first. */
	readonly locks: readonly string[];
	/** Other files that an installation reads. */
	readonly reads: readonly string[];
	/** Where it keeps downloads, as the root user. */
	readonly cache: string;
	/** Installs exactly what the lock file says. */
	readonly install: string;
	/** Runs a script of package.json. */
	readonly run: string;
	/** Takes what only the build needs out again. */
	readonly prune: string;
}

/** The package managers; Yarn 1 and the later ones have little in common. */
export const managers: Readonly<Record<ManagerId, PackageManager>> = {
	npm: {
		id: "npm",
		locks: ["package-lock.json", "npm-shrinkwrap.json"],
		reads: [".npmrc"],
		cache: "/root/.npm",
		install: "npm ci",
		run: "npm run",
		prune: "npm prune --omit=dev",
	},
	yarn: {
		id: "yarn",
		locks: ["yarn.lock"],
		reads: [".npmrc", ".yarnrc"],
		cache: "/usr/local/share/.cache/yarn",
		install: "yarn install --frozen-lockfile",
		run: "yarn run",
		prune: "yarn install --frozen-lockfile --production --ignore-scripts --prefer-offline",
	},
	berry: {
		id: "berry",
		locks: ["yarn.lock"],
		reads: [".yarnrc.yml", ".npmrc"],
		cache: "/root/.yarn/berry/cache",
		install: "yarn install --immutable",
		run: "yarn run",
		prune: "yarn workspaces focus --all --production",
	},
	pnpm: {
		id: "pnpm",
		locks: ["pnpm-lock.yaml"],
		reads: ["pnpm-workspace.yaml", ".npmrc"],
		cache: "/root/.local/share/pnpm/store",
		install: "pnpm install --frozen-lockfile",
		run: "pnpm run",
		prune: "pnpm prune --prod",
	},
	bun: {
		id: "bun",
		locks: ["bun.lock", "bun.lockb"],
		reads: ["bunfig.toml", ".npmrc"],
		cache: "/root/.bun/install/cache",
		install: "bun install --frozen-lockfile",
		run: "bun run",
		prune: "rm -rf node_modules && bun install --frozen-lockfile --production",
	},
};

/** The package manager of a project: that of its lock file, else the one package.json names, else npm. */
export function managerOf(project: Project, { packageManager }: PackageJson): PackageManager {
	if (project.first(...managers.pnpm.locks)) return managers.pnpm;
	if (project.first(...managers.bun.locks)) return managers.bun;
	if (project.first(...managers.yarn.locks))
		return project.has(".yarnrc.yml") || /^yarn@(?!1\.)/.test(packageManager) ? managers.berry : managers.yarn;
	if (project.first(...managers.npm.locks)) return managers.npm;
	if (/^yarn@/.test(packageManager)) return /^yarn@1\./.test(packageManager) ? managers.yarn : managers.berry;
	const named = packageManager.split("@")[0] ?? "";
	return named === "pnpm" || named === "bun" ? managers[named] : managers.npm;
}

/** Lines that bring the package manager into an image of that line of Node.js. */
export function bringManager({ id }: PackageManager, { packageManager }: PackageJson, line: string): readonly string[] {
	const named = /^[a-z]+@\d[\w.-]*$/.test(packageManager) ? packageManager : "";
	// Images of Node.js 26 and later come without Yarn 1 (README of nodejs/docker-node), Node.js 25 and later without Corepack.
	if (id === "yarn") return Number(line) >= 26 ? [`RUN npm install --global ${named || "yarn@1.22.22"}`] : [];
	if (id === "pnpm") return [`RUN npm install --global ${named.startsWith("pnpm@") ? named : "pnpm@10"}`];
	if (id !== "berry") return [];
	return [
		"# Packages go to node_modules, which can be copied to the next stage.",
		"ENV YARN_NODE_LINKER=node-modules YARN_ENABLE_GLOBAL_CACHE=true",
		"RUN npm install --global corepack@0.34 && corepack enable",
	];
}
