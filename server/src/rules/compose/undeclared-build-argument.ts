import { nearest } from "../../core/nearest.ts";
import { baseName } from "../../core/uri.ts";
import { composeRule } from "../rule.ts";

/** Arguments that need no ARG. Source: docs.docker.com, Dockerfile reference, predefined ARGs; BuildKit's built-in build args. */
const predefined =
	/^(?:(?:HTTPS?|FTP|NO|ALL)_PROXY|(?:https?|ftp|no|all)_proxy|BUILDKIT_\w+|SOURCE_DATE_EPOCH|(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)|TARGETSTAGE)$/;

export default composeRule({
	id: "undeclared-build-argument",
	severity: "info",
	tags: ["correctness"],
	practice: ["C11"],
	aliases: [],
	scope: "workspace",
	summary: "The Dockerfile declares no ARG of that name.",
	why: "A build argument reaches the build only where the Dockerfile declares it with `ARG`; any other is dropped with a warning, so the value written here changes nothing.",
	fix: { title: "Replace with the nearest argument", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			files: { Dockerfile: "FROM alpine:3.22\nARG APP_VERSION\nRUN echo $APP_VERSION\n" },
			bad: 'services:\n  api:\n    build:\n      context: .\n      args:\n        ~~APP_VERSON~~: "1.4"\n',
			good: 'services:\n  api:\n    build:\n      context: .\n      args:\n        APP_VERSION: "1.4"\n',
			message: "The Dockerfile declares no `ARG APP_VERSON`, so its value is dropped.",
		},
		{
			path: "compose.yaml",
			files: { "api/Dockerfile.dev": "FROM alpine:3.22\nARG MODE\n" },
			bad: "services:\n  api:\n    build:\n      context: ./api\n      dockerfile: Dockerfile.dev\n      args:\n        - ~~Moed~~=fast\n        - HTTP_PROXY=http://proxy:3128\n",
			good: "services:\n  api:\n    build:\n      context: ./api\n      dockerfile: Dockerfile.dev\n      args:\n        - MODE=fast\n        - HTTP_PROXY=http://proxy:3128\n",
			shown: false,
		},
	],
	check: {
		service({ build }, { world, report }) {
			if (!build?.file) return;
			const facts = world.factsOf(build.file);
			if (!facts.some(({ kind }) => kind === "stage")) return;
			const declared = facts.flatMap((fact) => (fact.kind === "build-argument" ? fact.name : []));
			for (const { name, nameSpan, inherited } of build.args) {
				if (inherited || name === "" || name.includes("$") || predefined.test(name) || declared.includes(name))
					continue;
				const meant = nearest(name, declared);
				report(nameSpan, {
					message: `The ${baseName(build.file)} declares no \`ARG ${name}\`, so its value is dropped.`,
					...(meant !== undefined && { title: `Replace with ${meant}`, fix: () => [{ span: nameSpan, text: meant }] }),
				});
			}
		},
	},
});
