import type { MountNode } from "../../compose/nodes.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "duplicate-mount-target",
	severity: "error",
	tags: ["correctness"],
	practice: ["C05"],
	aliases: ["compose/duplicate-mount-target"],
	scope: "file",
	summary: "Two mounts of the service have the same target.",
	why: "Only one thing can be mounted at a path. Of two entries in `volumes` Compose keeps the later one without a word; a `tmpfs` over a volume it refuses.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - ./html:/usr/share/nginx/html\n      - ./dist:~~/usr/share/nginx/html/~~:ro\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - ./dist:/usr/share/nginx/html:ro\n",
			message: "Something is mounted at `/usr/share/nginx/html` already.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    volumes: [cache:/cache]\n    tmpfs: ~~/cache~~\nvolumes:\n  cache:\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    volumes: [cache:/cache]\nvolumes:\n  cache:\n",
			shown: false,
		},
	],
	check: {
		service({ mounts }, { model, report }) {
			const known = new Map<string, MountNode>();
			for (const mount of mounts) {
				const { target } = mount;
				if (!target || mount.inherited || target.text.includes("$")) continue;
				const path = target.text.replace(/(?<=.)\/+$/, "");
				const earlier = known.get(path);
				if (!earlier) known.set(path, mount);
				else if (earlier.span.start !== mount.span.start) {
					report(target.span, {
						message: `Something is mounted at \`${path}\` already.`,
						...(earlier.type !== "tmpfs" && mount.type !== "tmpfs" && { severity: "warning" }),
						related: [{ uri: model.uri, span: earlier.span, message: "The first mount" }],
					});
				}
			}
		},
	},
});
