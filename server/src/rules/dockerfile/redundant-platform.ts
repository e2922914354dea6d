import { removeWord } from "../../dockerfile/edit.ts";
import { dockerfileRule } from "../rule.ts";

export default dockerfileRule({
	id: "redundant-platform",
	severity: "hint",
	tags: ["style"],
	practice: ["D17"],
	aliases: ["hadolint/DL3065", "buildkit/RedundantTargetPlatform"],
	scope: "file",
	summary: "The platform is the one that is taken anyway.",
	why: "FROM takes the image of the target platform where nothing else is said, so `--platform=$TARGETPLATFORM` says nothing.",
	links: ["https://docs.docker.com/reference/build-checks/redundant-target-platform/"],
	fix: { title: "Remove the flag", safety: "safe" },
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM ~~--platform=$TARGETPLATFORM~~ alpine:3.24\n",
			good: "FROM alpine:3.24\n",
		},
	],
	check: {
		from({ platform }, { text, report }) {
			if (!platform || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(platform.value?.value ?? "")) return;
			report(platform.span, { tag: "unnecessary", fix: () => [removeWord(text, platform.span)] });
		},
	},
});
