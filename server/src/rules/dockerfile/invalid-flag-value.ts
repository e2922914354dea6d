import type { Flag } from "../../dockerfile/nodes.ts";
import { instructionNamed } from "../../dockerfile/vocabulary.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "invalid-flag-value",
	severity: "error",
	tags: ["correctness"],
	practice: ["D17", "D14"],
	aliases: [
		"dockerfile-utils/FLAG_MISSING_VALUE",
		"dockerfile-utils/FLAG_EXPECTED_BOOLEAN_VALUE",
		"dockerfile-utils/FLAG_INVALID_LINK_VALUE",
		"dockerfile-utils/FLAG_INVALID_DURATION",
		"dockerfile-utils/FLAG_MISSING_DURATION",
		"dockerfile-utils/FLAG_UNKNOWN_UNIT",
		"dockerfile-utils/FLAG_LESS_THAN_1MS",
		"dockerfile-utils/FLAG_AT_LEAST_ONE",
	],
	scope: "file",
	summary: "The flag can't have this value.",
	why: "Flags with a switch take `true` or `false`, durations are written as in Go (`30s`, `1m30s`) and are at least a millisecond, `--retries` is a whole number, not below 0. The builder stops at anything else.",
	links: ["https://docs.docker.com/reference/dockerfile/#healthcheck"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nHEALTHCHECK --interval=~~30~~ --retries=~~none~~ CMD wget -q http://localhost:8080/\n",
			good: "FROM alpine:3.24\nHEALTHCHECK --interval=30s --retries=3 CMD wget -q http://localhost:8080/\n",
			message: "`30` has no unit: write a duration such as `30s` or `1m30s`.",
		},
		{
			path: "Dockerfile",
			bad: "FROM alpine:3.24\nCOPY --link=~~yes~~ app /app\nRUN --network=~~nothing~~ --~~mount~~ make\n",
			good: "FROM alpine:3.24\nCOPY --link=true app /app\nRUN --network=none --mount=type=tmpfs,target=/tmp make\n",
			shown: false,
		},
	],
	check: {
		instruction({ keyword, flags }, { report }) {
			if (flags.length === 0) return;
			const known = instructionNamed(keyword)?.flags ?? [];
			for (const flag of flags) {
				const kind = known.find(({ name }) => name === flag.name);
				if (!kind) continue;
				const values = kind.value === "enum" ? kind.values?.map(({ name }) => name) : undefined;
				const problem = problemOf(flag, kind.value, values);
				if (problem !== undefined) report(flag.value ? valueSpan(flag) : flag.nameSpan, { message: problem });
			}
		},
	},
});

function valueSpan({ value, span }: Flag) {
	return value && value.inner.end > value.inner.start ? value.inner : span;
}

function problemOf({ name, value }: Flag, kind: string, values: readonly string[] | undefined): string | undefined {
	if (!value) return kind === "boolean" ? undefined : `\`--${name}\` needs a value: \`--${name}=…\`.`;
	if (!value.literal) return undefined;
	const text = value.value;
	if (text === "") return `\`--${name}\` has no value.`;
	if (kind === "boolean" && !/^(?:true|false)$/i.test(text)) {
		return `\`--${name}\` can be \`true\` or \`false\`, not \`${text}\`.`;
	}
	if (kind === "duration") return durationProblem(text);
	if (kind === "count" && !/^\+?\d+$/.test(text))
		return `\`--${name}\` is a whole number, not below 0, not \`${text}\`.`;
	if (values && !values.includes(text))
		return `\`--${name}\` can be ${values.map((one) => `\`${one}\``).join(", ")}, not \`${text}\`.`;
	return undefined;
}

const unitInMilliseconds: Readonly<Record<string, number>> = {
	ns: 1e-6,
	us: 1e-3,
	µs: 1e-3,
	μs: 1e-3,
	ms: 1,
	s: 1000,
	m: 60_000,
	h: 3_600_000,
};

/** What is wrong with a duration of Go's time.ParseDuration; 0 stands for the default. */
function durationProblem(text: string): string | undefined {
	if (/^[+-]?0+$/.test(text)) return undefined;
	if (/^\d+(?:\.\d+)?$/.test(text))
		return `\`${text}\` has no unit: write a duration such as \`${text}s\` or \`1m30s\`.`;
	const parts = [...text.matchAll(/(\d+(?:\.\d*)?|\.\d+)([a-z\u00b5\u03bc]+)/g)];
	if (parts.length === 0 || parts.map(([part]) => part).join("") !== text.replace(/^\+/, "")) {
		return `\`${text}\` is no duration such as \`30s\` or \`1m30s\`.`;
	}
	let total = 0;
	for (const [, number, unit = ""] of parts) {
		const factor = Object.hasOwn(unitInMilliseconds, unit) ? unitInMilliseconds[unit] : undefined;
		if (factor === undefined) return `\`${unit}\` is no unit of time: there are h, m, s, ms, us and ns.`;
		total += Number(number) * factor;
	}
	return total > 0 && total < 1 ? `\`${text}\` is shorter than a millisecond.` : undefined;
}
