/** Where texts come from that are linted: not the old side of a comparison, not what an extension shows. */
const schemes = ["file", "untitled", "vscode-vfs"];

/** Every file the server may have something to say about; of YAML files it finds out by itself which concern it. */
export const documents: { scheme: string; language?: string; pattern?: string }[] = schemes.flatMap((scheme) => [
	{ scheme, language: "dockerfile" },
	{ scheme, language: "dockercompose" },
	{ scheme, language: "yaml" },
	{ scheme, language: "dockerignore" },
	{ scheme, language: "ignore", pattern: "**/*.dockerignore" },
	{ scheme, pattern: "**/.plimsoll.{yaml,yml}" },
]);
