import { insertAfter } from "../../dockerfile/edit.ts";
import { hasCallOption } from "../../dockerfile/packages.ts";
import { dockerfileRule } from "../rule.ts";

/** How each manager is told not to ask; zypper wants it before the subcommand. */
const answers: Readonly<Record<string, { readonly option: string; readonly known: readonly string[] }>> = {
	yum: { option: "-y", known: ["-y", "--assumeyes", "--assumeno", "--downloadonly"] },
	dnf: { option: "-y", known: ["-y", "--assumeyes", "--assumeno", "--downloadonly"] },
	microdnf: { option: "-y", known: ["-y", "--assumeyes"] },
	zypper: { option: "-n", known: ["-n", "--non-interactive", "-y", "--no-confirm"] },
};

export default dockerfileRule({
	id: "missing-manager-yes",
	severity: "warning",
	tags: ["correctness"],
	practice: ["D16"],
	aliases: ["hadolint/DL3030", "hadolint/DL3034", "hadolint/DL3038"],
	scope: "file",
	summary: "The package manager asks for a yes, which nobody gives during a build.",
	why: "yum, dnf and zypper ask before they install. A build has no one to answer, so it fails. `-y` (for zypper `--non-interactive` or `-n` before the subcommand) goes on without asking.",
	fix: { title: "Answer yes beforehand", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM fedora:43\nRUN dnf ~~install~~ curl && dnf clean all\n",
			good: "FROM fedora:43\nRUN dnf install -y curl && dnf clean all\n",
			message: "`dnf install` asks for a yes, which nobody gives during a build.",
		},
		{
			path: "Dockerfile",
			bad: "FROM opensuse/leap:16.0\nRUN zypper ~~install~~ curl && zypper -n install git\n",
			good: "FROM opensuse/leap:16.0\nRUN zypper -n install curl && zypper -n install git\n",
			shown: false,
		},
	],
	check: {
		command({ command, packages: call, run }, { report, text }) {
			const answer = call && Object.hasOwn(answers, call.manager) ? answers[call.manager] : undefined;
			if (!run || !call || !answer || command.pipeIndex > 0 || hasCallOption(call, ...answer.known)) return;
			if (
				!/^(?:install|in|update|up|upgrade|remove|rm|erase|groupinstall|reinstall|localinstall|dist-upgrade|dup)$/.test(
					call.subcommand.value,
				)
			)
				return;
			if (command.args.some(({ value, literal }) => !literal && value.startsWith("$")) || /assumeyes/i.test(text))
				return;
			const { subcommand, manager } = call;
			report(subcommand.span, {
				message: `\`${manager} ${subcommand.value}\` asks for a yes, which nobody gives during a build.`,
				fix: () => [
					manager === "zypper" && command.programWord
						? insertAfter(command.programWord.span, answer.option)
						: insertAfter(subcommand.span, answer.option),
				],
			});
		},
	},
});
