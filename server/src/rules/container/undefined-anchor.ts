import { nearest } from "../../core/nearest.ts";
import { containerRule } from "../rule.ts";

export default containerRule({
	id: "undefined-anchor",
	severity: "error",
	tags: ["correctness"],
	practice: ["C04", "K01"],
	aliases: ["compose/undefined-anchor", "yaml-language-server/undefined-anchor"],
	scope: "file",
	summary: "No anchor of that name stands before this alias.",
	why: "An alias (`*name`) stands for the value that an anchor (`&name`) marks, further up in the same YAML document. Without one the whole file is refused.",
	fix: { title: "Replace with the nearest anchor", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "x-defaults: &defaults\n  restart: unless-stopped\nservices:\n  web:\n    <<: *~~default~~\n    image: nginx:1.29\n",
			good: "x-defaults: &defaults\n  restart: unless-stopped\nservices:\n  web:\n    <<: *defaults\n    image: nginx:1.29\n",
			message: "No anchor `&default` stands before this; did you mean `defaults`?",
		},
	],
	check: {
		alias({ span, name, defined, known }, { report }) {
			if (defined) return;
			const meant = nearest(name, known);
			report(span, {
				message: `No anchor \`&${name}\` stands before this${meant === undefined ? "." : `; did you mean \`${meant}\`?`}`,
				...(meant !== undefined && { title: `Replace with ${meant}`, fix: () => [{ span, text: meant }] }),
			});
		},
	},
});
