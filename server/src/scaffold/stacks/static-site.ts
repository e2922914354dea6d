import { lifecycles } from "../../container/lifecycles.ts";
import type { Question } from "../scaffold.ts";
import { askWithWget, localUrl } from "./health.ts";
import { installLines, nodeImage, nodeLine } from "./node-install.ts";
import { packageJson } from "./package-json.ts";
import { managerOf } from "./package-manager.ts";
import type { Project } from "./project.ts";
import type { Plan, Stack } from "./stack.ts";
import { pickLine } from "./versions.ts";

/** Pages that a web server hands out as they are, built with Node.js or written by hand. */
export const staticSite: Stack = {
	id: "static-site",
	title: "Static site, served by nginx",
	detects: (project) =>
		project.has("package.json") ? isStaticSite(project) : project.has("index.html") || project.has("public/index.html"),
	plan,
};

/** Builders of pages, with the folder they write. */
const builders: Readonly<Record<string, string>> = {
	vite: "dist",
	"react-scripts": "build",
	"@vue/cli-service": "dist",
	astro: "dist",
	gatsby: "public",
	"@11ty/eleventy": "_site",
	"@docusaurus/core": "build",
	parcel: "dist",
	"@angular/cli": "",
};

/** What shows that there is a server to run. */
const servers =
	/^(?:express|fastify|koa|hono|@hapi\/hapi|@nestjs\/core|next|nuxt|@sveltejs\/(?:kit|adapter-node)|@remix-run\/.+|@react-router\/serve|@astrojs\/node|socket\.io|ws|apollo-server|@apollo\/server)$/;

/** Whether the build of a package.json makes pages and nothing runs on a server. */
export function isStaticSite(project: Project): boolean {
	const { scripts, dependencies, devDependencies } = packageJson(project);
	const all = [...dependencies, ...devDependencies];
	return (
		scripts.has("build") && all.some((name) => Object.hasOwn(builders, name)) && !all.some((name) => servers.test(name))
	);
}

function plan(project: Project): Plan | Question {
	const json = packageJson(project);
	const built = json.scripts.has("build");
	const known = Object.keys(builders).find((name) => json.dependencies.has(name) || json.devDependencies.has(name));
	const output = built ? (known && builders[known]) || project.answers["output"]?.replace(/^\.?\/+|\/+$/g, "") : "";
	if (built && !output) return outputQuestion(json.name ?? project.name);
	const manager = managerOf(project, json);
	const line = nodeLine(project, json);
	const pages = project.has("public/index.html") ? "public" : ".";
	return {
		build: built ? ["WORKDIR /app", ...installLines(project, json, manager, line), `RUN ${manager.run} build`] : [],
		buildImage: nodeImage(manager, line),
		image: `nginxinc/nginx-unprivileged:${pickLine(lifecycles.nginx, isStable, project.today)}-alpine`,
		runtime: [built ? `COPY --from=build /app/${output} /usr/share/nginx/html` : `COPY ${pages} /usr/share/nginx/html`],
		// The number of the image's own user, written out so that Kubernetes can tell it is not root.
		user: "101:101",
		port: "8080",
		health: { command: askWithWget(localUrl("8080")), startPeriod: "5s" },
		start: undefined,
		starter: "CMD",
		ignore: built
			? // What goes into the pages is public anyway.
				[
					"node_modules",
					"npm-debug.log*",
					"coverage",
					`${output}`,
					...project.present(".env.production").map((file) => `!${file}`),
				]
			: [],
		labels: {
			title: json.name ?? project.name,
			description: json.description,
			licenses: json.license,
			source: json.repository,
		},
	};
}

/** nginx: lines with an even second number are the stable ones. */
function isStable(line: string): boolean {
	return Number(line.split(".")[1]) % 2 === 0;
}

function outputQuestion(name: string): Question {
	return {
		kind: "question",
		id: "output",
		title: "Which folder does the build write the pages to?",
		placeholder: "The one with index.html in it",
		options: [`dist/${name}/browser`, "dist", "build"].map((value) => ({ label: value, value })),
		free: true,
	};
}
