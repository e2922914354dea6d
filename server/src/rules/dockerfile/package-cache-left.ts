import { appendCommand } from "../../dockerfile/edit.ts";
import { isMounted } from "../../dockerfile/packages.ts";
import { dockerfileRule } from "../rule.ts";

/** How each manager's cache is cleaned, and where it is. */
const caches: Readonly<Record<string, { readonly clean: string; readonly folder: string }>> = {
	yum: { clean: "yum clean all", folder: "/var/cache/yum" },
	dnf: { clean: "dnf clean all", folder: "/var/cache/dnf" },
	microdnf: { clean: "microdnf clean all", folder: "/var/cache/yum" },
	zypper: { clean: "zypper clean --all", folder: "/var/cache/zypp" },
};

export default dockerfileRule({
	id: "package-cache-left",
	severity: "info",
	tags: ["performance"],
	practice: ["D02"],
	aliases: [
		"hadolint/DL3032",
		"hadolint/DL3036",
		"hadolint/DL3040",
		"trivy/DS-0015",
		"trivy/DS-0019",
		"trivy/DS-0020",
		"trivy/DS-0027",
	],
	scope: "file",
	summary: "What the package manager downloaded stays in the layer.",
	why: "yum, dnf and zypper keep lists and packages below `/var/cache`, often more than what was installed. They have to go in the same RUN, as the layer keeps what a later one removes; a cache mount there keeps them out as well. Stages that are only copied from are not looked at.",
	fix: { title: "Clean the cache in the same RUN", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM fedora:43\nRUN dnf ~~install~~ -y curl\n",
			good: "FROM fedora:43\nRUN dnf install -y curl && dnf clean all\n",
			message: "What `dnf install` downloads stays in the layer.",
		},
		{
			path: "Dockerfile",
			bad: "FROM opensuse/leap:16.0\nRUN zypper -n ~~install~~ \\\n    curl\nRUN zypper -n install git && zypper clean -a\n",
			good: "FROM opensuse/leap:16.0\nRUN zypper -n install \\\n    curl \\\n    && zypper clean --all\nRUN zypper -n install git && zypper clean -a\n",
			shown: false,
		},
	],
	check: {
		run(run, { text, model, report }) {
			if (run.stage && !run.stage.shipped) return;
			const calls = run.commands.filter(({ packages }) => packages && Object.hasOwn(caches, packages.manager));
			const last = calls.findLast(({ packages }) =>
				/^(?:install|in|update|upgrade)$/.test(packages?.subcommand.value ?? ""),
			);
			const cache = last?.packages && caches[last.packages.manager];
			if (!last?.packages || !cache || isMounted(run, cache.folder)) return;
			if (calls.some(({ packages }) => /^(?:clean|cc)$/.test(packages?.subcommand.value ?? ""))) return;
			if (run.instruction.argumentText.includes("/var/cache")) return;
			const { manager, subcommand } = last.packages;
			report(subcommand.span, {
				message: `What \`${manager} ${subcommand.value}\` downloads stays in the layer.`,
				fix: () => [appendCommand(text, run.instruction, last.command.span, cache.clean, model.escape)],
			});
		},
	},
});
