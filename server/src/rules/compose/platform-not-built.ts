import { composeRule } from "../rule.ts";

export default composeRule({
	id: "platform-not-built",
	severity: "error",
	tags: ["correctness"],
	practice: ["C11"],
	aliases: ["compose/platform-not-built"],
	scope: "file",
	summary: "`build.platforms` lacks the `platform` that the service runs on.",
	why: "`platform` says what the container runs on, `build.platforms` what the image is built for. Compose refuses a service whose own platform is not among those that are built.",
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  api:\n    platform: ~~linux/arm64~~\n    build:\n      context: .\n      platforms: [linux/amd64]\n",
			good: "services:\n  api:\n    platform: linux/arm64\n    build:\n      context: .\n      platforms: [linux/amd64, linux/arm64]\n",
			message: "The image is not built for `linux/arm64`, only for linux/amd64.",
		},
	],
	check: {
		service({ platform, build }, { report }) {
			const platforms = build?.platforms ?? [];
			if (!platform?.literal || platform.inherited || platforms.length === 0) return;
			if (platforms.some(({ text, literal }) => !literal || text === platform.text)) return;
			const built = platforms.map(({ text }) => text).join(", ");
			report(platform.span, { message: `The image is not built for \`${platform.text}\`, only for ${built}.` });
		},
	},
});
