/*
 * What looks like a secret. Kept narrow: a name has to say so with a whole word, and nothing that names a public thing, a place or
 * a kind of secret counts.
 */

/** Words of a name, in lower case: `DB_PASSWORD`, `dbPassword` and `db-password` are `db` and `password`. */
function wordsOf(name: string): readonly string[] {
	return name
		.replace(/([a-z0-9])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
}

const secretWords = new Set([
	"password",
	"passwd",
	"passphrase",
	"pass",
	"pwd",
	"secret",
	"secrets",
	"token",
	"apikey",
	"credential",
	"credentials",
	"pat",
]);

/** `key` alone says little: these words before it make it a secret. */
const secretKeys = new Set([
	"api",
	"access",
	"secret",
	"private",
	"encryption",
	"signing",
	"auth",
	"license",
	"master",
	"account",
]);

/** A name with one of these speaks of a secret without being one: where it is, how long it lives, which one it is. */
const harmlessWords = new Set([
	"public",
	"file",
	"files",
	"path",
	"dir",
	"id",
	"alias",
	"name",
	"version",
	"url",
	"uri",
	"endpoint",
	"host",
	"ttl",
	"expiry",
	"expiration",
	"expires",
	"timeout",
	"lifetime",
	"duration",
	"length",
	"size",
	"count",
	"type",
	"algorithm",
	"policy",
	"enabled",
	"disabled",
	"required",
	"rotation",
	"header",
	"issuer",
	"audience",
	"scope",
	"store",
	"provider",
	"manager",
	"ref",
	"engine",
	"min",
	"max",
	"allow",
	"random",
]);

/** Whether a variable's name says that its value is a secret. */
export function isSecretName(name: string): boolean {
	const words = wordsOf(name);
	if (words.some((word) => harmlessWords.has(word))) return false;
	// `PWD` alone is the working directory.
	if (words.length === 1 && (words[0] === "pwd" || words[0] === "pat" || words[0] === "pass")) return false;
	if (words.includes("oldpwd") || (words.includes("allow") && words.includes("empty"))) return false;
	return words.some(
		(word, index) => secretWords.has(word) || (word === "key" && secretKeys.has(words[index - 1] ?? "")),
	);
}

/** Formats of secrets that can be told by their look, as their issuers document them. */
const secretValues: readonly (readonly [RegExp, string])[] = [
	[/^(?:AKIA|ASIA)[A-Z0-9]{16}$/, "an AWS access key"],
	[/^gh[pousr]_[A-Za-z0-9]{36,}$/, "a GitHub token"],
	[/^github_pat_[A-Za-z0-9_]{40,}$/, "a GitHub token"],
	[/^glpat-[A-Za-z0-9_-]{20,}$/, "a GitLab token"],
	[/^xox[abprs]-[A-Za-z0-9-]{10,}$/, "a Slack token"],
	[/^sk_live_[A-Za-z0-9]{16,}$/, "a Stripe key"],
	[/^AIza[A-Za-z0-9_-]{35}$/, "a Google API key"],
	[/^npm_[A-Za-z0-9]{36}$/, "an npm token"],
	[/^-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
	[/^[a-z][a-z0-9+.-]*:\/\/[^\s:@/$]+:[^\s:@/${}<>*]{3,}@[^\s@]+$/i, "a password in a URL"],
];

/** What kind of secret a value is by its look; undefined for most. */
export function secretKind(value: string): string | undefined {
	const kind = secretValues.find(([pattern]) => pattern.test(value))?.[1];
	if (kind === "a password in a URL" && isPlaceholder(/:\/\/[^:]+:([^@]*)@/.exec(value)?.[1] ?? "")) return undefined;
	return kind;
}

const placeholderPattern =
	/^(?:change[-_ ]?(?:me|it|this).*|replace.*|example.*|placeholder.*|your[-_ ].*|my[-_ ]?(?:secret|password|token)|dummy.*|fake.*|todo|tbd|none|null|nil|undefined|true|false|yes|no|on|off|x+|\*+|\.+|-+|redacted|<.*>|\[.*\]|\{\{.*\}\}|__.*__|%.*%)$/i;

/** Whether a value only stands where a secret will be: empty, a switch, `changeme`, `<token>`, a path. */
export function isPlaceholder(value: string): boolean {
	const text = value.trim();
	if (text === "" || placeholderPattern.test(text)) return true;
	return /^\d$/.test(text) || /^(?:\.{0,2}\/|[A-Za-z]:\\|file:|vault:|secret:|arn:|ssm:|op:\/\/)/.test(text);
}
