import { codenameOf, codenames, lifecycles } from "../../container/lifecycles.ts";
import { isAbsolute, joinPath } from "../../dockerfile/paths.ts";
import { plainOperands } from "../../shell/command.ts";
import type { Question } from "../scaffold.ts";
import { askWithWget, bringWget, localUrl } from "./health.ts";
import type { Project } from "./project.ts";
import { portOf } from "./questions.ts";
import type { Artefacts, HealthPlan, OneStage, Plan, Stack } from "./stack.ts";
import { acceptsFrom, pickLine } from "./versions.ts";

/** Programs in Go: one file that runs alone. */
export const go: Stack = {
	id: "go",
	title: "Go",
	detects: (project) => project.has("go.mod"),
	plan,
	conversion: {
		images: /^golang$/,
		workdir: () => "/go",
		builds: ({ command }) => command.program === "go" && /^(?:build|install)$/.test(command.operands[0]?.value ?? ""),
		runtimeImage,
		artefacts,
		user: "65532:65532",
		check: (url, image) => ({ command: askWithWget(url), brings: /^alpine:/.test(image) ? [] : bringWget }),
	},
};

/** The line of distroless images that gets updates: they are named after their Debian. */
export function distrolessRelease(today: string): string {
	return `debian${pickLine(lifecycles.distroless, undefined, today)}`;
}

function plan(project: Project): Plan | Question {
	const module = /^module[ \t]+"?([^\s"]+)/m.exec(project.read("go.mod"))?.[1] ?? project.name;
	const main = mainPackage(project);
	if (typeof main !== "string") return main;
	const port = portOf(project, undefined, "8080");
	if (port.kind === "question") return port;
	const health = healthCheck(project, port.value);
	if ("kind" in health) return health;
	const name = programName(main === "." ? module : main);
	const line = pickLine(lifecycles.go, goLine(project), project.today);
	return {
		build: [
			"WORKDIR /src",
			`COPY ${["go.mod", ...project.present("go.sum")].join(" ")} ./`,
			"RUN --mount=type=cache,target=/go/pkg/mod go mod download",
			"COPY . .",
			"# Without cgo the program needs no C library.",
			"RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\",
			`    CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/${name} ${main}`,
		],
		buildImage: `golang:${line}`,
		image: `gcr.io/distroless/static-${distrolessRelease(project.today)}:nonroot`,
		runtime: [`COPY --from=build /out/${name} /${name}`, ...("command" in health ? bringWget : [])],
		user: "65532:65532",
		port: port.value,
		health,
		start: [`/${name}`],
		starter: "ENTRYPOINT",
		ignore: ["*.test", "*.out"],
		labels: { title: name, source: sourceOf(module) },
	};
}

/** Accepts what can build a module that says `go 1.24`. */
function goLine(project: Project) {
	return acceptsFrom(/^go[ \t]+(\d+\.\d+)/m.exec(project.read("go.mod"))?.[1] ?? "");
}

function sourceOf(module: string): string | undefined {
	const match = /^(?:github\.com|gitlab\.com|codeberg\.org)\/[\w.-]+\/[\w.-]+/.exec(module);
	return match ? `https://${match[0]}` : undefined;
}

/** Last word of a module or package path, a major version left out: what `go build` calls the program. */
function programName(path: string): string {
	const words = path.split("/").filter((word) => word !== "" && word !== "." && !/^v\d+$/.test(word));
	return (words.at(-1) ?? "app").replace(/[^\w.-]/g, "");
}

/** The package that holds `main`: the folder itself, else the one folder below `cmd`. */
function mainPackage(project: Project): string | Question {
	const answer = project.answers["package"]?.trim();
	if (answer) return answer;
	if (project.has("main.go")) return ".";
	const commands = project.list("cmd").flatMap(({ name, folder }) => (folder ? [`./cmd/${name}`] : []));
	const [only] = commands;
	if (only && commands.length === 1) return only;
	if (commands.length === 0) return ".";
	return {
		kind: "question",
		id: "package",
		title: "Which program is the image for?",
		options: commands.map((value) => ({ label: value, value })),
		free: true,
	};
}

/** Asked for, as nothing but the program itself can tell which of its pages shows that it is well. */
function healthCheck(project: Project, port: string | undefined): HealthPlan | Question {
	if (port === undefined) return { reason: "It takes no connections, so there is nothing to ask." };
	const answer = project.answers["health"]?.trim();
	if (answer === undefined || answer === "") {
		return {
			kind: "question",
			id: "health",
			title: "Which path answers when the program is healthy?",
			placeholder: "An answer of 200 to 399 is healthy",
			options: [
				{ label: "/healthz", value: "/healthz" },
				{ label: "/", value: "/" },
				{ label: "None", value: "none", detail: "It does not speak HTTP, or the orchestrator does the probing" },
			],
			free: true,
		};
	}
	if (answer === "none") return { reason: "Nothing in the image can ask; probe it from outside." };
	const path = answer.startsWith("/") ? answer : `/${answer}`;
	return { command: askWithWget(localUrl(port, path)), startPeriod: "5s" };
}

/** Without cgo the program runs anywhere; with it, it needs the C library it was built with. A shell is there only where it is needed. */
function runtimeImage({ project, image, building, environment, needs }: OneStage): string {
	const { today } = project;
	const withoutCgo =
		environment.get("CGO_ENABLED") === "0" ||
		building.every(({ command }) =>
			command.assignments.some(({ name, value }) => name === "CGO_ENABLED" && value?.value === "0"),
		);
	if (withoutCgo && needs === "nothing") return `gcr.io/distroless/static-${distrolessRelease(today)}:nonroot`;
	if (/alpine/.test(image) || (withoutCgo && needs === "shell"))
		return `alpine:${/alpine(\d+\.\d+)/.exec(image)?.[1] ?? pickLine(lifecycles["alpine-linux"], undefined, today)}`;
	const named = codenames[/-([a-z]+)$/.exec(image)?.[1] ?? ""];
	const release = named?.product === "debian" ? named.line : pickLine(lifecycles.debian, undefined, today);
	// What was linked with an older C library runs with a newer one.
	return needs === "nothing"
		? `gcr.io/distroless/base-debian${pickLine(lifecycles.distroless, (line) => line === release, today)}:nonroot`
		: `debian:${codenameOf("debian", release) ?? release}-slim`;
}

/** The programs that were built, where they are: what starts the container is one of them. */
function artefacts({ project, building, start, workdir }: OneStage): Artefacts | Question | string {
	const folder = workdir ?? "/";
	const [program = ""] = start;
	const written = building.flatMap(({ command }) => {
		const index = command.operands.findIndex(({ value }) => value === "-o");
		const output = index >= 0 ? command.operands[index + 1]?.value : undefined;
		if (output) return [output];
		return command.operands[0]?.value === "install"
			? installed(
					project,
					command.operands.map(({ value }) => value),
				)
			: [];
	});
	const paths = written.map((path) => joinPath(folder, path)).filter((path) => isAbsolute(path) && !/[$*?]/.test(path));
	const started = /\//.test(program) ? joinPath(folder, program) : undefined;
	const all = new Set(
		paths.map((path) => (path.endsWith("/") || path === started?.replace(/\/[^/]*$/, "") ? started : path)),
	);
	if (paths.length === 0 && started && isAbsolute(started)) all.add(started);
	const found = [...all].filter((path) => path !== undefined);
	if (found.length > 0)
		return { paths: [...found, ...beside(project, folder)].map((path) => ({ from: path, to: path })) };
	const answer = project.answers["artefact"]?.trim();
	if (answer) {
		const path = joinPath(folder, answer);
		return { paths: [{ from: path, to: path }] };
	}
	const names = building
		.flatMap(({ command }) => plainOperands(command).slice(1))
		.map(({ value }) => programName(value));
	const name = names.find((candidate) => candidate !== "app") ?? (program || "app");
	return {
		kind: "question",
		id: "artefact",
		title: "Which file does the build write?",
		placeholder: "Path of the program in the image",
		options: [{ label: joinPath(folder, name), value: joinPath(folder, name) }],
		free: true,
	};
}

/** `go install ./cmd/shop` writes `/go/bin/shop`. */
function installed(project: Project, words: readonly string[]): readonly string[] {
	const packages = words.slice(1).filter((word) => !word.startsWith("-"));
	const module = /^module[ \t]+"?([^\s"]+)/m.exec(project.read("go.mod"))?.[1];
	const names = (packages.length === 0 ? ["."] : packages).map((path) =>
		/^\.\/?$/.test(path) ? module && programName(module) : programName(path.replace(/@.*$/, "")),
	);
	return names.flatMap((name) => (name ? [`/go/bin/${name}`] : []));
}

/** Folders that Go programs read at run time, where they are in the project. */
function beside(project: Project, folder: string): readonly string[] {
	return project.present("templates", "static", "public", "views", "migrations").map((name) => joinPath(folder, name));
}
