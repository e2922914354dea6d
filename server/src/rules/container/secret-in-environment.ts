import type { EnvironmentVariable } from "../../container/nodes.ts";
import { isPlaceholder, isSecretName, secretKind } from "../../container/secrets.ts";
import { containerRule } from "../rule.ts";

export default containerRule({
	id: "secret-in-environment",
	severity: "warning",
	tags: ["security"],
	practice: ["D10", "C03", "K06"],
	aliases: [
		"hadolint/DL3064",
		"buildkit/SecretsUsedInArgOrEnv",
		"trivy/DS-0031",
		"kube-linter/env-var-secret",
		"polaris/sensitiveContainerEnvVar",
	],
	scope: "file",
	summary: "A secret is written into the environment.",
	why: "What stands in a file is read by everyone who sees the repository; what stands in `ARG` or `ENV` is also kept in the image's history and configuration, where `docker history` and `docker inspect` show it. Give it at the time it is needed: `RUN --mount=type=secret` while building, `secrets:` in Compose, `valueFrom.secretKeyRef` in Kubernetes.",
	links: ["https://docs.docker.com/build/building/secrets/"],
	examples: [
		{
			path: "Dockerfile",
			bad: "FROM node:24.11-slim\nARG ~~NPM_TOKEN~~\nENV DB_PASSWORD=~~hunter2~~\nRUN npm ci\n",
			good: "FROM node:24.11-slim\nENV DB_PASSWORD_FILE=/run/secrets/db-password\nRUN --mount=type=secret,id=npm-token,env=NPM_TOKEN npm ci\n",
			message: "The value of the build argument `NPM_TOKEN` stays in the image's history.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  db:\n    image: postgres:18.1\n    environment:\n      POSTGRES_PASSWORD: ~~hunter2~~\n",
			good: "services:\n  db:\n    image: postgres:18.1\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}\n",
		},
		{
			path: "pod.yaml",
			bad: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: example/shop:2.3.1\n      env:\n        - name: API_KEY\n          value: ~~4fTq81nDk2~~\n",
			good: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: example/shop:2.3.1\n      env:\n        - name: API_KEY\n          valueFrom:\n            secretKeyRef:\n              name: shop\n              key: api-key\n",
		},
	],
	check: {
		"environment-variable"(node, { report }) {
			const { name, nameSpan, value, valueSpan, literal, role } = node;
			const kind = value !== undefined && literal ? secretKind(value) : undefined;
			if (kind !== undefined) {
				report(valueSpan ?? nameSpan, { message: `The value of \`${name}\` looks like ${kind}.` });
				return;
			}
			if (!isSecretName(name)) return;
			if (value === undefined || value === "") {
				if (role !== "ARG") return;
				const message = `The value of the build argument \`${name}\` stays in the image's history.`;
				report(nameSpan, { message });
			} else if (isSecretValue(node)) {
				const message = literal
					? `The secret \`${name}\` stands here in clear text.`
					: `The secret \`${name}\` is kept in the image's configuration.`;
				report(valueSpan ?? nameSpan, { message });
			}
		},
	},
});

/** Whether a secret is written out. A variable in ENV ends up in the image all the same. */
function isSecretValue({ value = "", literal, role }: EnvironmentVariable): boolean {
	if (!literal) return role === "ENV" && /^\$\{?\w+\}?$/.test(value);
	return !isPlaceholder(value);
}
