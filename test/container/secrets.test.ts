import { expect, test } from "vitest";
import { isPlaceholder, isSecretName, secretKind } from "../../server/src/container/secrets.ts";

test.each([
	"DB_PASSWORD",
	"dbPassword",
	"API_KEY",
	"GITHUB_TOKEN",
	"client-secret",
	"AWS_SECRET_ACCESS_KEY",
	"MYSQL_PWD",
	"SSH_PRIVATE_KEY",
	"apikey",
	"DJANGO_SECRET_KEY",
])("%s names a secret", (name) => expect(isSecretName(name)).toBe(true));

test.each([
	"DB_PASSWORD_FILE",
	"KMS_KEY_ALIAS",
	"AWS_ACCESS_KEY_ID",
	"PUBLIC_KEY",
	"NEXT_PUBLIC_API_KEY",
	"TOKEN_TTL",
	"TOKEN_URL",
	"SECRET_NAME",
	"PASSWORD_MIN_LENGTH",
	"KEYCLOAK_HOST",
	"MONKEY",
	"PWD",
	"PRIMARY_KEY",
	"CACHE_KEY",
	"TOKENIZERS_PARALLELISM",
	"PATH",
	"COMPASS",
	"MYSQL_ALLOW_EMPTY_PASSWORD",
	"MYSQL_RANDOM_ROOT_PASSWORD",
	"APT_KEY",
])("%s names none", (name) => expect(isSecretName(name)).toBe(false));

test.each([
	"",
	"changeme",
	"CHANGE_ME_PLEASE",
	"<your token>",
	"xxxx",
	"example",
	"/run/secrets/db",
	"true",
	"{{ .Values.x }}",
	"your-api-key",
	"***",
])("%s only stands where a secret will be", (value) => expect(isPlaceholder(value)).toBe(true));

test.each(["hunter2", "postgres", "s3cr3t!", "4fTq81nDk2"])("%s is a value", (value) =>
	expect(isPlaceholder(value)).toBe(false),
);

test("some secrets can be told by their look", () => {
	expect(secretKind(`ghp_${"a1".repeat(18)}`)).toBe("a GitHub token");
	expect(secretKind("AKIAIOSFODNN7ABCDEFG")).toBe("an AWS access key");
	expect(secretKind("postgres://shop:hunter2@db:5432/shop")).toBe("a password in a URL");
	expect(secretKind("postgres://shop:changeme@db:5432/shop")).toBeUndefined();
	expect(secretKind("postgres://shop:${PASSWORD}@db:5432/shop")).toBeUndefined();
	expect(secretKind("http://example.com:8080/a@b")).toBeUndefined();
	expect(secretKind("production")).toBeUndefined();
});
