import { insertAfter } from "../../dockerfile/edit.ts";
import { hasCallOption, isMounted } from "../../dockerfile/packages.ts";
import { lookup } from "../../dockerfile/scope.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "pip-cache-left",
	severity: "info",
	tags: ["performance"],
	practice: ["D02", "D20"],
	aliases: ["hadolint/DL3042"],
	scope: "file",
	summary: "`pip` keeps what it downloads in the layer.",
	why: "pip stores every wheel it fetches below `~/.cache/pip`, where nothing reads it again once the image is built. `--no-cache-dir` keeps it out; a cache mount (`RUN --mount=type=cache,target=/root/.cache/pip`) keeps it out of the image and still makes the next build fast. Stages that are only copied from are not looked at.",
	links: ["https://pip.pypa.io/en/stable/topics/caching/"],
	fix: { title: "Add --no-cache-dir", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM python:3.14-slim\nCOPY requirements.txt .\nRUN pip ~~install~~ -r requirements.txt\n",
			good: "FROM python:3.14-slim\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n",
			message: "`pip install` keeps what it downloads in the layer.",
		},
		{
			path: "Dockerfile",
			bad: "FROM python:3.14-slim\nRUN python3 -m pip ~~install~~ flask==3.1.2\nENV PIP_NO_CACHE_DIR=1\nRUN pip3 install flask==3.1.2\n",
			good: "FROM python:3.14-slim\nRUN python3 -m pip install --no-cache-dir flask==3.1.2\nENV PIP_NO_CACHE_DIR=1\nRUN pip3 install flask==3.1.2\n",
			shown: false,
		},
	],
	check: {
		command({ command, packages: call, run, stage, instruction }, { report }) {
			if (!run || (stage && !stage.shipped)) return;
			if (call?.manager !== "pip" || call.subcommand.value !== "install") return;
			if (hasCallOption(call, "--no-cache-dir", "--cache-dir")) return;
			if (
				command.assignments.some(({ name }) => name === "PIP_NO_CACHE_DIR") ||
				lookup(instruction.scope, "PIP_NO_CACHE_DIR")
			)
				return;
			if (
				run.mounts.some(({ type, target }) => type !== "bind" && (target ?? "").includes("cache")) ||
				isMounted(run, "/root/.cache/pip")
			)
				return;
			if (/\.cache|\bcache\s+purge|pip\.conf|PIP_NO_CACHE_DIR/.test(instruction.argumentText)) return;
			report(call.subcommand.span, {
				message: "`pip install` keeps what it downloads in the layer.",
				fix: () => [insertAfter(call.subcommand.span, "--no-cache-dir")],
			});
		},
	},
});
