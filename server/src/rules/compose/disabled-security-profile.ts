import { textsAt } from "../../compose/read.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "disabled-security-profile",
	severity: "warning",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0009"],
	scope: "file",
	summary: "A security profile of the container is switched off.",
	why: "Seccomp, AppArmor and SELinux hold back system calls and accesses that containers do not need; many escapes fail at them. A profile of its own that allows the one thing more is safer than none.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  debug:\n    image: example/debug:2.0\n    security_opt:\n      - ~~seccomp:unconfined~~\n",
			good: "services:\n  debug:\n    image: example/debug:2.0\n    security_opt:\n      - seccomp:./profile.json\n",
			message: "`seccomp:unconfined` switches a security profile off.",
		},
	],
	check: {
		service({ attributes }, { report }) {
			for (const { text, span, inherited } of textsAt(attributes, "security_opt")) {
				if (inherited || !/^(?:(?:seccomp|apparmor|systempaths)[:=]unconfined|label[:=]disable)$/.test(text)) continue;
				report(span, { message: `\`${text}\` switches a security profile off.` });
			}
		},
	},
});
