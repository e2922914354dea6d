import { describe, expect, it } from "vitest";
import compose from "../../snippets/compose.json" with { type: "json" };
import dockerfile from "../../snippets/dockerfile.json" with { type: "json" };
import kubernetes from "../../snippets/kubernetes.json" with { type: "json" };
import { linterOf, root, samples, workspaceOf } from "../samples.ts";
import { fill } from "./fill.ts";

interface Snippet {
	readonly prefix: string;
	readonly description: string;
	readonly body: readonly string[];
}

const indent = (text: string, width: number) => text.trimEnd().replace(/^(?=.)/gm, " ".repeat(width));

/** A file with `text` in place of its line `@@`, indented as that line is. */
function inside(file: string, text: string): string {
	return file.replace(/^( *)@@$/m, (_, blanks: string) => indent(text, blanks.length));
}

/** A Dockerfile without findings, for an instruction in its final stage. */
const dockerfileAround = `# syntax=docker/dockerfile:1
FROM node:24.11-alpine
LABEL org.opencontainers.image.title="app"
WORKDIR /app
@@
COPY app.js ./
USER 10001:10001
HEALTHCHECK CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/"]
CMD ["node", "app.js"]
`;

/** What a Dockerfile snippet leaves out of the file around, because it brings it. */
function dockerfileWith({ prefix }: Snippet, text: string): string {
	const brings: Record<string, RegExp> = {
		healthcheck: /^HEALTHCHECK.*\n/m,
		"label-oci": /^LABEL.*\n/m,
		"user-debian": /^USER.*\n/m,
		"user-alpine": /^USER.*\n/m,
	};
	let around = dockerfileAround.replace(brings[prefix] ?? /^$/, "");
	if (prefix === "run-apt" || prefix === "user-debian")
		around = around.replace("node:24.11-alpine", "node:24.11-bookworm-slim");
	if (prefix === "run-pip")
		around = around
			.replace("node:24.11-alpine", "python:3.13-alpine")
			.replace('["node", "app.js"]', '["python", "app.py"]');
	// A user is switched to last.
	if (prefix.startsWith("user-")) around = around.replace("@@\nCOPY app.js ./\n", "COPY app.js ./\n@@\n");
	return inside(around, text);
}

const service = `name: shop
services:
  db:
    image: postgres:17.6-alpine
    restart: unless-stopped
    user: "70:70"
    read_only: true
    tmpfs:
      - /var/run/postgresql
    cap_drop:
      - ALL
    security_opt:
      - no-new-privileges:true
    healthcheck:
      test: ["CMD", "pg_isready"]
    deploy:
      resources:
        limits:
          cpus: "1"
          memory: 512M
    logging:
      driver: local
      options:
        max-size: 10m
        max-file: "3"
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/password
    secrets:
      - password
    volumes:
      - data:/var/lib/postgresql/data
    @@

volumes:
  data: {}

secrets:
  password:
    file: ./password.txt
`;

function composeWith({ prefix }: Snippet, text: string): string {
	if (/^services:/m.test(text)) return text;
	// A snippet with a key at its start is for a service; otherwise it is one.
	const key = /^\w+/.exec(text)?.[0] ?? "";
	const parts = ["healthcheck", "deploy", "logging", "user", "depends_on"];
	if (!parts.includes(key)) return inside("name: shop\nservices:\n  @@\n", text);
	if (prefix === "compose-depends-on") {
		const db = service.slice(service.indexOf("  db:"), service.indexOf("    @@"));
		return inside(service.replace("  db:", "  web:").replace("\nvolumes:\n", `${db}\nvolumes:\n`), text);
	}
	const brings: Record<string, RegExp> = {
		healthcheck: /^ {4}healthcheck:\n(?: {6}.*\n)+/m,
		deploy: /^ {4}deploy:\n(?: {6}.*\n)+/m,
		logging: /^ {4}logging:\n(?: {6}.*\n)+/m,
		user: /^ {4}user:(?:.*\n)+?(?= {4}healthcheck:)/m,
	};
	return inside(service.replace(brings[key] ?? /^$/, ""), text);
}

const pod = fill(kubernetes.Deployment.body);

function kubernetesWith(_: Snippet, text: string): string {
	if (/^apiVersion:/.test(text)) return text;
	const keys = [...text.matchAll(/^(\w+):/gm)].map(([, key]) => key as string);
	// Takes what the snippet brings out of the Deployment snippet's container, and puts it at the container's end.
	let around = `${pod.trimEnd()}\n`;
	for (const key of keys) around = around.replace(new RegExp(`^ {10}${key}:\\n(?: {12}.*\\n)+`, "m"), "");
	return inside(`${around}          @@\n`, text);
}

/** What an Ingress and an autoscaler refer to. */
const web = [
	pod,
	fill(kubernetes.Service.body),
	"apiVersion: v1\nkind: Secret\nmetadata:\n  name: web-tls\n  namespace: shop\ntype: kubernetes.io/tls\n",
].join("---\n");

const companions = {
	"package.json": '{ "name": "app", "version": "1.0.0", "scripts": { "build": "x" } }',
	"package-lock.json": "{}",
	"requirements.txt": "flask==3.1.2\n",
	"go.mod": "module example.com/app\n",
	"go.sum": "",
	"pom.xml": "<project/>",
	"src/main.java": "",
	"app.js": "",
	"nginx.conf": "",
	"password.txt": "",
	"db_password.txt": "",
	"db_root_password.txt": "",
	".dockerignore": "**/node_modules\n.git\n",
};

const books: readonly {
	readonly name: string;
	readonly path: string;
	readonly snippets: Readonly<Record<string, Snippet>>;
	readonly place: (snippet: Snippet, text: string) => string;
	/** What else is in the workspace: what a snippet refers to. */
	readonly files?: (prefix: string) => Readonly<Record<string, string>>;
}[] = [
	{
		name: "Dockerfile",
		path: "Dockerfile",
		snippets: dockerfile,
		place: (snippet, text) => (/^(?:# syntax|FROM)/.test(text) ? text : dockerfileWith(snippet, text)),
	},
	{
		name: "Compose",
		path: "compose.yaml",
		snippets: compose,
		place: composeWith,
		files: () => ({ Dockerfile: fill(dockerfile["Node.js application"].body) }),
	},
	{
		name: "Kubernetes",
		path: "manifest.yaml",
		snippets: kubernetes,
		place: kubernetesWith,
		files: (prefix) => (prefix === "k8s-ingress" || prefix === "k8s-hpa" ? { "web.yaml": web } : {}),
	},
];

describe.each(books)("$name snippets", ({ path, snippets, place, files }) => {
	it("are ten or more, each with a prefix of its own and a description", () => {
		const all = Object.values(snippets);
		expect(all.length).toBeGreaterThanOrEqual(10);
		expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
		for (const { description } of all) expect(description).toMatch(/^[A-Z].{15,}/);
	});

	it.each(Object.entries(snippets))("%s has no finding under `all` when filled", (_, snippet) => {
		const text = place(snippet, fill(snippet.body));
		expect(text).not.toMatch(/\$\{\d|@@/);
		const workspace = workspaceOf({ ...companions, ...files?.(snippet.prefix), [path]: text }, samples);
		const document = workspace.document(`${root}/${path}`);
		expect(document).toBeDefined();
		const findings = document ? linterOf().lint(document, workspace) : [];
		const said = findings.map(({ rule, span, message }) => `${rule}: ${message} [${text.slice(span.start, span.end)}]`);
		expect(said, text).toEqual([]);
	});
});
