/** `plimsoll --help`. */
export const usage = `plimsoll - lint, explain and fix Dockerfiles, Compose files and Kubernetes manifests

USAGE
  plimsoll lint [options] [paths…]   lint files and folders (default: this folder)
  plimsoll explain <rule>            what a rule says and why; a peer's id will do: hadolint/DL3007
  plimsoll rules                     all rules, a line each
  plimsoll lsp --stdio               the language server, for editors
  plimsoll help <command>            more about a command
  plimsoll --version

EXIT CODES
  0  nothing at or above the level that counts (error, or --max-severity-exit)
  1  findings at or above it
  2  a mistake on the command line or in the configuration, or a file that could not be read
`;

const lint = `plimsoll lint - lint files and folders

USAGE
  plimsoll lint [options] [paths…]
  plimsoll lint --stdin-filename Dockerfile - < Dockerfile

A folder is searched for files of our languages; what .gitignore and the configuration's \`ignore\` name is left out.
A file named on the command line is linted whatever it is called; where its language can't be told, it is skipped and said so.

OPTIONS
  -f, --format FORMAT         pretty (default), json, sarif, github or junit
      --fix                   apply all safe fixes, then report what is left
      --fix-suggestions       apply suggestions too: read the difference afterwards
      --preset PRESET         recommended (default) or all
      --rule ID[=LEVEL]       set a rule: on (its own level), off, error, warning, info or hint; may be repeated;
                              ID may be a peer's: hadolint/DL3007
      --config FILE           use this configuration instead of the nearest .plimsoll.yaml above each file
      --kubernetes-version V  judge manifests against this minor version, such as 1.31
      --stdin-filename NAME   lint standard input (path -) as if it were this file; with --fix the mended text is printed
      --max-severity-exit L   exit with 1 from this level on: error (default), warning, info, hint or none
  -q, --quiet                 pretty: no summary when there is nothing to say
      --color, --no-color     force or forbid colours; NO_COLOR is honoured

CONFIGURATION (.plimsoll.yaml)
  preset: all
  rules:
    latest-tag: error
    hadolint/DL3009: off
  ignore:
    - vendor/
  kubernetes:
    version: "1.31"
`;

const explain = `plimsoll explain - what a rule says and why

USAGE
  plimsoll explain <rule>…

A rule is named by its id (latest-tag) or by what a peer calls it: hadolint/DL3007, DL3007, trivy/DS-0001, kube-linter/latest-tag.
`;

const lsp = `plimsoll lsp - the language server

USAGE
  plimsoll lsp --stdio

Speaks LSP 3.17 on standard input and output. Settings come with initializationOptions or workspace/didChangeConfiguration, under
\`plimsoll\`: preset, rules, ignore, kubernetes.version, as in .plimsoll.yaml.
`;

const about: Readonly<Record<string, string>> = { lint, explain, lsp };

/** The help of a command, or of the program. */
export function helpAbout(command: string | undefined): string {
	return about[command ?? ""] ?? usage;
}
