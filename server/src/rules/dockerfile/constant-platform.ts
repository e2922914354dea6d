import { removeWord } from "../../dockerfile/edit.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "constant-platform",
	severity: "info",
	tags: ["maintainability"],
	practice: ["D01"],
	aliases: ["hadolint/DL3029", "buildkit/FromPlatformFlagConstDisallowed"],
	scope: "file",
	summary: "The platform is fixed, so the image can't be built for another.",
	why: "With `--platform=linux/amd64` the stage is always for that platform, whatever `docker build --platform` asks for; on other machines it is emulated. Use `$BUILDPLATFORM` for stages that only compile, and leave the flag out elsewhere. A stage named for its platform, such as `build-amd64`, is meant that way, and nothing is said about it.",
	links: ["https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/"],
	fix: { title: "Remove the flag", safety: "suggestion" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM ~~--platform=linux/amd64~~ alpine:3.24\nRUN make\n",
			good: "FROM alpine:3.24\nRUN make\n",
			message: "The platform `linux/amd64` is fixed, so the image can't be built for another.",
		},
	],
	check: {
		from({ platform, name }, { text, report }) {
			const value = platform?.value;
			if (!platform || !value?.literal || value.value === "" || /^windows/i.test(value.value)) return;
			const parts = value.value.toLowerCase().split("/");
			const named = name?.value.toLowerCase();
			if (named !== undefined && parts.some((part) => named.includes(part))) return;
			report(platform.span, {
				message: `The platform \`${value.value}\` is fixed, so the image can't be built for another.`,
				fix: () => [removeWord(text, platform.span)],
			});
		},
	},
});
