import { composeRule } from "../rule.ts";

const sensitive =
	/^(?:\/|\/(?:boot|dev|etc|lib|lib64|proc|root|run|sbin|bin|sys|usr|var\/run|var\/lib\/(?:docker|containerd|kubelet)|home)\/?|(?:~|\/root|\/home\/[^/]+)\/\.(?:ssh|aws|kube|gnupg|docker)(?:\/.*)?)$/;

export default composeRule({
	id: "writable-host-folder",
	severity: "warning",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0013"],
	scope: "file",
	summary: "The container can write to a folder that the host lives from.",
	why: "A container that can write to `/etc`, `/usr`, `/dev`, the engine's own folder or the keys of a user can take over the host or the user's accounts. Mount the one file that is needed, or the folder with `:ro`.",
	fix: { title: "Mount it read-only", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  agent:\n    image: example/agent:2.1\n    volumes:\n      - ~~/etc~~:/host/etc\n      - /proc:/host/proc:ro\n",
			good: "services:\n  agent:\n    image: example/agent:2.1\n    volumes:\n      - /etc:/host/etc:ro\n      - /proc:/host/proc:ro\n",
			message: "`agent` can write to `/etc` of the host.",
		},
	],
	check: {
		mount({ service, type, source, readOnly, text }, { text: file, report }) {
			if (type !== "bind" || readOnly || !source || !sensitive.test(source.text)) return;
			const { start, end } = text?.span ?? { start: 0, end: 0 };
			const isPlain = text && file.slice(start, end) === text.text && text.text.split(":").length === 2;
			report(source.span, {
				message: `\`${service}\` can write to \`${source.text}\` of the host.`,
				...(isPlain && { fix: () => [{ span: { start: end, end }, text: ":ro" }] }),
			});
		},
	},
});
