import { nearest } from "../../core/nearest.ts";
import {
	type MountKey,
	type MountType,
	mountKeyNamed,
	mountKeyNames,
	mountTypeNamed,
	mountTypes,
} from "../../dockerfile/mounts.ts";
import type { Flag, FlagOption } from "../../dockerfile/nodes.ts";
import { dockerfileRule, type Report } from "../rule.ts";

export default dockerfileRule({
	id: "invalid-mount",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17"],
	aliases: [],
	scope: "file",
	summary: "The mount of a RUN is not valid.",
	why: "A `--mount` is a list of `key=value`: its `type` decides which keys mean something, and the builder stops at a type, key or value that it does not know.",
	links: ["https://docs.docker.com/reference/dockerfile/#run---mount"],
	fix: { title: "Write what is meant", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24\nRUN --mount=type=~~cach~~,target=/root/.npm npm ci\nRUN --mount=type=cache,~~targt~~=/root/.npm npm ci\n",
			good: "FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\nRUN --mount=type=cache,target=/root/.npm npm ci\n",
			message: "`cach` is no type of mount; did you mean `cache`?",
		},
		{
			path: "Dockerfile",
			bad: "FROM debian:13\nRUN --mount=type=cache,target=/var/cache/apt,sharing=~~lockd~~ apt-get update\n",
			good: "FROM debian:13\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update\n",
			message: "`sharing` can be `shared`, `private` or `locked`, not `lockd`.",
			shown: false,
		},
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nRUN --~~mount~~=type=tmpfs true\nRUN --mount=type=secret,~~id~~ true\n",
			good: "FROM alpine:3.24\nRUN --mount=type=tmpfs,target=/tmp --mount=from=node:24 true\nRUN --mount=type=secret,id=key,required --mount=type=$TYPE,$MORE --mount=type=ssh true\n",
			shown: false,
		},
	],
	check: {
		run({ mounts }, { report }) {
			for (const { flag } of mounts) {
				const { options } = flag;
				const typed = options.find(({ key }) => key.toLowerCase() === "type");
				if (!flag.value || (typed && typed.value?.literal !== true)) continue;
				const type = mountTypeNamed(typed?.value?.value);
				if (typed?.value && !type) {
					const names = mountTypes.map(({ name }) => name);
					report(typed.value.inner, unknown(typed.value.value, "is no type of mount", names, typed.value.inner));
					continue;
				}
				for (const option of options) if (option !== typed) checkOption(option, type as MountType, report);
				const missing = flag.value.literal && missingKey(flag, type as MountType);
				// The working directory then: of sources that is common. Source: BuildKit `dockerfile2llb/convert_runmount.go`.
				if (missing && missing.name === "target" && type?.name !== "bind")
					report(flag.nameSpan, {
						severity: "warning",
						message: `The ${(type as MountType).name} mount has no \`target\`, so it covers the working directory.`,
					});
			}
		},
	},
});

type ReportAt = (span: FlagOption["span"], report: Report) => void;

function checkOption({ key, keySpan, value, span }: FlagOption, type: MountType, report: ReportAt): void {
	if (key.includes("$") || (key === "" && value === undefined)) return;
	if (!mountKeyNames.includes(key.toLowerCase())) {
		const names = type.keys.map(({ name }) => name);
		report(keySpan, unknown(key, "is no key of a mount", names, keySpan));
		return;
	}
	const known = mountKeyNamed(type, key);
	if (!known) return;
	if (!value) {
		if (known.value !== "boolean") report(span, { message: `\`${key}\` needs a value: \`${key}=…\`.` });
		return;
	}
	if (!value.literal) return;
	const message = problemOf(known, key, value.value);
	if (message === undefined) return;
	const meant =
		known.values &&
		nearest(
			value.value,
			known.values.map(({ name }) => name),
		);
	report(value.inner, { message, ...(meant !== undefined && replacement(value.inner, meant)) });
}

function problemOf(known: MountKey, key: string, text: string): string | undefined {
	if (known.value === "boolean" && !/^(?:true|false|1|0|t|f)$/i.test(text)) {
		return `\`${key}\` can be \`true\` or \`false\`, not \`${text}\`.`;
	}
	if (known.value === "enum" && known.values && !known.values.some(({ name }) => name === text.toLowerCase())) {
		const names = known.values.map(({ name }) => `\`${name}\``);
		return `\`${key}\` can be ${names.slice(0, -1).join(", ")} or ${names.at(-1)}, not \`${text}\`.`;
	}
	if (known.value === "size" && !/^\d+(?:\.\d+)? ?(?:[kmgtp]i?)?b?$/i.test(text)) {
		return `\`${key}\` is a size such as 256m, not \`${text}\`.`;
	}
	if (known.value === "id" && !/^\d+$/.test(text)) return `\`${key}\` is a number, not \`${text}\`.`;
	if (known.value === "mode" && !/^[0-7]+$/.test(text))
		return `\`${key}\` is an octal number such as 0755, not \`${text}\`.`;
	return undefined;
}

function missingKey({ options }: Flag, type: MountType): MountKey | undefined {
	const given = new Set(options.map(({ key }) => mountKeyNamed(type, key)?.name));
	return options.every(({ key }) => mountKeyNames.includes(key.toLowerCase()))
		? type.keys.find(({ name, required }) => required && !given.has(name))
		: undefined;
}

function unknown(word: string, what: string, known: readonly string[], span: FlagOption["span"]): Report {
	const meant = nearest(word, known);
	return meant === undefined
		? { message: `\`${word}\` ${what}.` }
		: { message: `\`${word}\` ${what}; did you mean \`${meant}\`?`, ...replacement(span, meant) };
}

function replacement(span: FlagOption["span"], text: string): Pick<Report, "title" | "fix"> & object {
	return { title: `Replace with ${text}`, fix: () => [{ span, text }] };
}
