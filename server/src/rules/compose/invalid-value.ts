import { portFormats } from "../../compose/ports.ts";
import { replaceScalar } from "../../yaml/edit.ts";
import { composeRule, type Report } from "../rule.ts";

export default composeRule({
	id: "invalid-value",
	severity: "error",
	tags: ["correctness"],
	practice: ["C01"],
	aliases: ["compose/invalid-value", "dclint/service-container-name-regex"],
	scope: "file",
	summary: "The key does not take this value.",
	why: "Many values have a grammar of their own (durations such as `1m30s`, sizes such as `512m`, restart policies, platforms) or are one of a few words. Compose or the engine refuses what does not follow it.",
	links: ["https://docs.docker.com/reference/compose-file/services/"],
	fix: { title: "Replace with what is meant", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: nginx:1.29\n    stop_grace_period: "~~30~~"\n',
			good: 'services:\n  web:\n    image: nginx:1.29\n    stop_grace_period: "30s"\n',
			message: "“30” has no unit; write 30s for 30 seconds.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    develop:\n      watch:\n        - path: ./src\n          action: ~~synk~~\n          target: /src\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    develop:\n      watch:\n        - path: ./src\n          action: sync\n          target: /src\n",
			shown: false,
		},
	],
	check: {
		"bad-format"({ span, message, format, replacement, severity, path }, { report }) {
			if (portFormats.has(format.name) || isServiceImage(path)) return;
			report(span, {
				message,
				severity,
				...(replacement !== undefined && {
					title: `Replace with ${replacement || "nothing"}`,
					fix: () => [{ span, text: replacement }],
				}),
			});
		},
		"bad-value"({ span, message, scalar, nearest }, { text, report }) {
			report(span, {
				message,
				...(nearest !== undefined && {
					title: `Replace with ${nearest}`,
					fix: () => replaceScalar(text, scalar, nearest),
				}),
			});
		},
		"too-small": ({ span, message, scalar, limit }, { text, report }) =>
			report(
				span,
				limited(message, limit, () => replaceScalar(text, scalar, `${limit}`)),
			),
		"too-large": ({ span, message, scalar, limit }, { text, report }) =>
			report(
				span,
				limited(message, limit, () => replaceScalar(text, scalar, `${limit}`)),
			),
		"too-few": ({ span, message }, { report }) => report(span, { message }),
	},
});

/** Image references have a rule of their own, in all languages. */
function isServiceImage([section, , key, ...rest]: readonly (string | number)[]): boolean {
	return section === "services" && key === "image" && rest.length === 0;
}

function limited(message: string, limit: number, fix: NonNullable<Report["fix"]>): Report {
	return { message, title: `Replace with ${limit}`, fix };
}
