import { lifecycles } from "../../container/lifecycles.ts";
import type { CommandNode } from "../../dockerfile/nodes.ts";
import { joinPath } from "../../dockerfile/paths.ts";
import type { Question } from "../scaffold.ts";
import { askWithPython, healthOf, localUrl } from "./health.ts";
import type { Project } from "./project.ts";
import { portOf, startOf } from "./questions.ts";
import type { Artefacts, OneStage, Plan, Stack } from "./stack.ts";
import { acceptsRange, pickLine } from "./versions.ts";

/** Programs in Python: packages go to a virtual environment, which is one folder to copy. */
export const python: Stack = {
	id: "python",
	title: "Python",
	detects: (project) =>
		project.first("pyproject.toml", "requirements.txt", "manage.py", "requirements/production.txt") !== undefined,
	plan,
	conversion: {
		images: /^python$/,
		workdir: () => "/",
		builds,
		runtimeImage: ({ image }) => slimImage(image),
		artefacts,
		user: "10001:10001",
		check: (url) => ({ command: askWithPython(url, true) }),
	},
};

/** Where the packages are, in the stage that builds and in the one that runs. */
const environmentFolder = "/venv";

function plan(project: Project): Plan | Question {
	const declared = `${project.read("requirements.txt")}\n${project.read("requirements/production.txt")}\n${project.read("pyproject.toml")}`;
	const start = startOf(project, knownStart(project, declared), proposedStarts(project, declared));
	if (start.kind === "question") return start;
	const port = portOf(project, portIn(start.value), "8000");
	if (port.kind === "question") return port;
	const image = `python:${pythonLine(project)}-slim`;
	return {
		build: ["WORKDIR /app", ...installLines(project)],
		buildImage: image,
		image,
		runtime: [
			`ENV PATH="${environmentFolder}/bin:$PATH" \\`,
			"    PYTHONDONTWRITEBYTECODE=1 \\",
			"    PYTHONUNBUFFERED=1",
			"WORKDIR /app",
			`COPY --from=build ${environmentFolder} ${environmentFolder}`,
			"COPY . .",
		],
		user: "10001:10001",
		port: port.value,
		health: healthOf(port.value, (number) => askWithPython(localUrl(number), false)),
		start: start.value,
		starter: "CMD",
		ignore: [
			"**/__pycache__",
			"**/*.py[cod]",
			".venv",
			"venv",
			".pytest_cache",
			".mypy_cache",
			".ruff_cache",
			"*.egg-info",
		],
		labels: {
			title: field(project, "name") ?? project.name,
			description: field(project, "description"),
			licenses: field(project, "license"),
		},
	};
}

/** A text field of the project's table in pyproject.toml. */
function field(project: Project, name: string): string | undefined {
	const table = /^\[(?:project|tool\.poetry)\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(
		project.read("pyproject.toml"),
	)?.[1];
	return table && new RegExp(`^${name}[ \\t]*=[ \\t]*["']([^"'\\n]+)["']`, "m").exec(table)?.[1];
}

function pythonLine(project: Project): string {
	const [version = ""] = project.read(".python-version").trim().split(/\s+/);
	const poetry = /^python[ \t]*=[ \t]*["']([^"'\n]+)["']/m.exec(project.read("pyproject.toml"))?.[1];
	const range = /^\d/.test(version) ? version : (field(project, "requires-python") ?? poetry ?? "");
	return pickLine(lifecycles.python, acceptsRange(range), project.today);
}

const virtualEnvironment = [
	`RUN python -m venv ${environmentFolder}`,
	`ENV PATH="${environmentFolder}/bin:$PATH"`,
] as const;

/** Installs what the lock file says, else what is required. */
function installLines(project: Project): readonly string[] {
	const pip = "RUN --mount=type=cache,target=/root/.cache/pip";
	if (project.has("uv.lock")) {
		return [
			"COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /usr/local/bin/uv",
			`ENV UV_PROJECT_ENVIRONMENT=${environmentFolder} UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never`,
			"COPY pyproject.toml uv.lock ./",
			"RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev --no-install-project",
		];
	}
	if (project.has("poetry.lock")) {
		return [
			`${pip} pip install poetry==2.2.1`,
			...virtualEnvironment,
			`ENV VIRTUAL_ENV=${environmentFolder}`,
			"COPY pyproject.toml poetry.lock ./",
			"RUN --mount=type=cache,target=/root/.cache/pypoetry poetry install --only=main --no-root --no-interaction",
		];
	}
	const requirements = project.first("requirements.txt", "requirements/production.txt");
	if (requirements !== undefined) {
		const nested = requirements.includes("/");
		return [
			...virtualEnvironment,
			nested ? "COPY requirements ./requirements" : `COPY ${requirementFiles(project).join(" ")} ./`,
			`${pip} pip install -r ${requirements}`,
		];
	}
	if (!project.has("pyproject.toml")) return [...virtualEnvironment];
	return [...virtualEnvironment, "COPY . .", `${pip} pip install .`];
}

/** requirements.txt and the files beside it that it reads with `-r` or `-c`. */
function requirementFiles(project: Project): readonly string[] {
	const read = [
		...project.read("requirements.txt").matchAll(/^(?:-[rc]|--requirement|--constraint)[ \t=]*([\w.-]+\.txt)\s*$/gm),
	];
	return ["requirements.txt", ...project.present(...read.map(([, name = ""]) => name))];
}

/** Whether a distribution is named in requirements or pyproject. */
function requires(declared: string, name: string): boolean {
	return new RegExp(`(?:^|["'\\s])${name}(?:\\[[\\w, -]*\\])?[ \\t]*(?=$|[=<>~!;@"',#\\s])`, "im").test(declared);
}

/** A module, and the folder that Python must look into for it; empty for the one it runs in. */
interface Module {
	readonly name: string;
	readonly folder: string;
}

/** The module of the program: a file with one of the names people give it, looked for at the usual places. */
function moduleOf(project: Project, ...names: readonly string[]): Module | undefined {
	for (const folder of ["", "src/"]) {
		const packages = project
			.list(folder === "" ? "." : folder)
			.flatMap((entry) =>
				entry.folder && entry.name !== "src" && /^[a-z_]\w*$/i.test(entry.name) ? [`${entry.name}/`] : [],
			);
		const paths = names.flatMap((name) => ["", ...packages].map((path) => `${path}${name}.py`));
		const found = paths.find((path) => project.has(`${folder}${path}`));
		if (found) return { name: found.replace(/\.py$/, "").replaceAll("/", "."), folder: folder.replace("/", "") };
	}
	return undefined;
}

function withUvicorn({ name, folder }: Module): readonly string[] {
	return ["uvicorn", "--host", "0.0.0.0", "--port", "8000", ...(folder ? ["--app-dir", folder] : []), `${name}:app`];
}

function withGunicorn({ name, folder }: Module): readonly string[] {
	return ["gunicorn", "--bind", "0.0.0.0:8000", ...(folder ? ["--chdir", folder] : []), `${name}:app`];
}

/** The package of a Django project: the folder with wsgi.py or asgi.py in it. */
function djangoPackage(project: Project): string {
	const folders = project.list().flatMap(({ name, folder }) => (folder ? [name] : []));
	return folders.find((name) => project.has(`${name}/wsgi.py`) || project.has(`${name}/asgi.py`)) ?? "config";
}

function knownStart(project: Project, declared: string): readonly string[] | undefined {
	const gunicorn = requires(declared, "gunicorn");
	const uvicorn = requires(declared, "uvicorn") || /fastapi\[(?:standard|all)\]/i.test(declared);
	if (project.has("manage.py")) {
		const name = djangoPackage(project);
		if (gunicorn) return ["gunicorn", "--bind", "0.0.0.0:8000", `${name}.wsgi`];
		return uvicorn ? ["uvicorn", "--host", "0.0.0.0", "--port", "8000", `${name}.asgi:application`] : undefined;
	}
	if (requires(declared, "fastapi") || requires(declared, "starlette")) {
		const module = moduleOf(project, "main", "app", "api");
		return uvicorn && module ? withUvicorn(module) : undefined;
	}
	if (requires(declared, "flask")) {
		const module = moduleOf(project, "wsgi", "app", "main");
		return gunicorn && module ? withGunicorn(module) : undefined;
	}
	if (requires(declared, "streamlit")) {
		const file = project.first("app.py", "main.py", "streamlit_app.py");
		return file === undefined
			? undefined
			: ["streamlit", "run", file, "--server.address=0.0.0.0", "--server.port=8501"];
	}
	const file = project.first("__main__.py", "main.py", "app.py");
	return file !== undefined && !gunicorn && !uvicorn ? ["python", file] : undefined;
}

function proposedStarts(project: Project, declared: string): readonly string[] {
	const module = moduleOf(project, "main", "app", "wsgi") ?? { name: "main", folder: "" };
	const gunicorn = withGunicorn(module).join(" ");
	if (project.has("manage.py"))
		return [`gunicorn --bind 0.0.0.0:8000 ${djangoPackage(project)}.wsgi`, "python manage.py runserver 0.0.0.0:8000"];
	if (requires(declared, "flask")) return [`flask --app ${module.name} run --host 0.0.0.0 --port 8000`, gunicorn];
	const file = [module.folder, `${module.name.replaceAll(".", "/")}.py`].filter((part) => part !== "").join("/");
	return [`python ${file}`, withUvicorn(module).join(" "), gunicorn];
}

/** The port that the arguments of a server name. */
function portIn(start: readonly string[]): string | undefined {
	const text = start.join(" ");
	return /(?:--port[= ]|-p |--server\.port=|0\.0\.0\.0:|\[::\]:)(\d{2,5})\b/.exec(text)?.[1];
}

/** Installs packages, or builds wheels of them. */
function builds({ command }: CommandNode): boolean {
	const words = command.operands.map(({ value }) => value);
	const [first = "", second = ""] = words;
	if (/^pip\d?(?:\.\d+)?$/.test(command.program)) return first === "install" && !upgradesPip(words);
	if (/^python\d?(?:\.\d+)?$/.test(command.program))
		return first === "-m" && second === "pip" && words[2] === "install" && !upgradesPip(words);
	return (
		(command.program === "poetry" && first === "install") ||
		(command.program === "uv" && (first === "sync" || (first === "pip" && second === "install"))) ||
		(command.program === "pipenv" && (first === "install" || first === "sync"))
	);
}

/** `pip install --upgrade pip setuptools wheel` installs nothing that the program needs. */
function upgradesPip(words: readonly string[]): boolean {
	const packages = words.slice(words.indexOf("install") + 1).filter((word) => !word.startsWith("-"));
	return (
		packages.length > 0 &&
		packages.every((word) => /^(?:pip|setuptools|wheel|poetry|uv|pipenv)(?:[=<>~!].*)?$/.test(word))
	);
}

/** `3.13` is `3.13-slim`, `3.13-bookworm` is `3.13-slim-bookworm`; those of Alpine and the slim ones stay. */
function slimImage(image: string): string {
	const [name = "", tag = ""] = image.replace(/@.*$/, "").split(/:(?=[^/]*$)/);
	if (tag === "" || tag === "latest") return `${name}:slim`;
	if (/(?:^|-)(?:slim|alpine|windowsservercore)/.test(tag)) return `${name}:${tag}`;
	const codename = /-(trixie|bookworm|bullseye|buster)$/.exec(tag)?.[1];
	return `${name}:${codename ? tag.replace(`-${codename}`, `-slim-${codename}`) : `${tag}-slim`}`;
}

function artefacts({ commands, building, workdir, environment, sourcesLater }: OneStage): Artefacts | string {
	if (workdir === undefined) return "The build has no WORKDIR of its own, so it can't be told where its sources are.";
	const sources = sourcesLater ? [] : [{ from: workdir, to: "./", owned: true }];
	const covered = (folder: string) => !sourcesLater && folder.startsWith(`${workdir}/`);
	const own = ownEnvironment(commands, environment, workdir);
	if (own !== undefined) return { paths: covered(own) ? sources : [{ from: own, to: own }, ...sources] };
	const words = building.flatMap(({ command }) => command.operands.map(({ value }) => value));
	const programs = building.map(({ command }) => command.program);
	if (programs.includes("uv") && words.includes("sync")) {
		const folder = joinPath(workdir, ".venv");
		return { paths: covered(folder) ? sources : [{ from: folder, to: folder }, ...sources] };
	}
	if (programs.includes("uv") || programs.includes("pipenv"))
		return "It can't be told where `uv pip` and `pipenv` put the packages; let them use a virtual environment.";
	if (words.some((word) => /^(?:--user|--target|-t|--prefix|--root)(?:=|$)/.test(word)))
		return "The packages are installed to a folder of their own choice; copy that one by hand.";
	const prepare = [
		...virtualEnvironment,
		...(programs.includes("poetry") ? [`ENV VIRTUAL_ENV=${environmentFolder}`] : []),
	];
	return {
		paths: [{ from: environmentFolder, to: environmentFolder }, ...sources],
		prepare,
		environment: [virtualEnvironment[1]],
	};
}

/** The virtual environment that a Dockerfile makes itself. */
function ownEnvironment(
	commands: readonly CommandNode[],
	environment: ReadonlyMap<string, string>,
	workdir: string,
): string | undefined {
	const made = commands
		.map(({ command }) => command.operands.map(({ value }) => value))
		.find((words) => (words[0] === "-m" && words[1] === "venv") || words[0] === "venv");
	const named = made?.slice(made.indexOf("venv") + 1).find((word) => !word.startsWith("-"));
	const folder = named?.includes("$") ? environment.get("VIRTUAL_ENV") : (named ?? environment.get("VIRTUAL_ENV"));
	return folder === undefined || folder.includes("$") ? undefined : joinPath(workdir, folder);
}
