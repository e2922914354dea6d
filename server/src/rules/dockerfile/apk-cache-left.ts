import { insertAfter } from "../../dockerfile/edit.ts";
import { hasCallOption, isMounted } from "../../dockerfile/packages.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "apk-cache-left",
	severity: "info",
	tags: ["performance"],
	practice: ["D02"],
	aliases: ["hadolint/DL3019", "trivy/DS-0025"],
	scope: "file",
	summary: "The index that apk fetches stays in the layer.",
	why: "With `--no-cache` apk reads the package index from the network and keeps nothing, so no `apk update` before and no `rm` after is needed. A cache mount on `/var/cache/apk` does the same. Stages that are only copied from are not looked at.",
	links: ["https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper"],
	fix: { title: "Add --no-cache", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nRUN apk ~~add~~ curl\n",
			good: "FROM alpine:3.24\nRUN apk add --no-cache curl\n",
			message: "The index that `apk add` fetches stays in the layer.",
		},
	],
	check: {
		command({ command, packages: call, run, stage }, { report }) {
			if (!run || (stage && !stage.shipped)) return;
			if (call?.manager !== "apk" || call.subcommand.value !== "add") return;
			if (
				hasCallOption(call, "--no-cache", "--no-network", "--cache-dir") ||
				isMounted(run, "/var/cache/apk") ||
				isMounted(run, "/etc/apk/cache")
			)
				return;
			if (/\/var\/cache\/apk|\bapk\s+(?:-\S+\s+)*cache\s+clean/.test(run.instruction.argumentText)) return;
			if (command.args.some(({ literal, value }) => !literal && value.startsWith("$"))) return;
			report(call.subcommand.span, {
				message: "The index that `apk add` fetches stays in the layer.",
				fix: () => [insertAfter(call.subcommand.span, "--no-cache")],
			});
		},
	},
});
