import { describe, expect, test } from "vitest";
import { LineTable } from "../../server/src/core/text.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Document } from "../../server/src/workspace/document.ts";
import { root, workspaceOf } from "../samples.ts";
import { type Files, findingsIn, run } from "./asking.ts";

const block = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        # Serves pages.
        - name: web
          image: example.com/web:1.4
          ports:
            - containerPort: 3000
              name: http
        - name: log
          image: example.com/log:1.0
          ports: [{ containerPort: 9000 }]
`;
const flow = `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { selector: { matchLabels: { app: web } },
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "example.com/web:1.4", ports: [{ containerPort: 3000 }] }] } } } }
`;
const mixed = `apiVersion: v1
kind: ConfigMap
metadata: { name: first }
---
${block.replace("      containers:\n", "      containers: # two\n").replace(/ {8}- name: log[\s\S]*$/, "")}`;
const four = block.replace(/^( +)/gm, "$1$1").replaceAll("- ", "-   ");
const partial = block.replace(
	"          image: example.com/web:1.4\n",
	"          image: example.com/web:1.4\n          securityContext: { runAsUser: 1000 }\n          resources: { limits: { memory: 1Gi } }\n          livenessProbe:\n            tcpSocket: { port: http }\n",
);
const service = `services:
  web:
    image: example.com/web:1.4
    ports:
      - "127.0.0.1:8080:3000"

  db:
    image: postgres:18.1
    volumes: [data:/var/lib/postgresql]
volumes:
  data:
`;
const flowService = `services: { web: { image: "example.com/web:1.4", ports: ["127.0.0.1:8080:3000"] } }\n`;

/** Rules that the three commands serve, and those that tell whether what they write is sound. */
const served = new Set([
	"conflicting-limits",
	"conflicting-privilege",
	"duplicate-key",
	"identical-probes",
	"invalid-healthcheck-test",
	"invalid-probe",
	"invalid-yaml",
	"kept-capabilities",
	"missing-liveness-probe",
	"missing-no-new-privileges",
	"missing-read-only",
	"missing-readiness-probe",
	"missing-resource-limits",
	"missing-resources",
	"missing-seccomp-profile",
	"privilege-escalation",
	"requests-above-limits",
	"run-as-root",
	"service-without-healthcheck",
	"undefined-probe-port",
	"writable-root-filesystem",
]);

test("every rule that is served exists", () => {
	const ids = new Set(rules.map(({ id }) => id));
	expect([...served].filter((id) => !ids.has(id))).toEqual([]);
});

const commands = ["add-probes", "add-resources", "add-security-context"] as const;
const orders: readonly (readonly string[])[] = [commands, [...commands].reverse()];

function inTurn(order: readonly string[], path: string, text: string, at: string): Files {
	let files: Files = { [path]: text };
	for (const command of order) {
		const current = files[path] ?? "";
		files = run(command, files, path, {}, current.indexOf(at)).files;
	}
	return files;
}

const breaks: readonly (readonly [string, (text: string) => string])[] = [
	["LF", (text) => text],
	["CRLF", (text) => text.replaceAll("\n", "\r\n")],
];

describe.each(breaks)("with %s", (_name, broken) => {
	describe.each([
		["block", block],
		["flow", flow],
		["one of several documents", mixed],
		["four spaces", four],
		["partly there", partial],
	])("a Deployment in %s style", (_style, source) => {
		test.each(orders)("has nothing left of what the commands are for: %s, %s, %s", (...order) => {
			const text = broken(source);
			const files = inTurn(order, "web.yaml", text, "kind: Deployment");
			const left = findingsIn(files, "web.yaml").filter(({ rule }) => served.has(rule));
			expect(left.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
			expectWhole(files["web.yaml"] ?? "", text, "web.yaml");
		});

		test("finds nothing more to do", () => {
			const files = inTurn(commands, "web.yaml", broken(source), "kind: Deployment");
			for (const command of commands) {
				const offset = (files["web.yaml"] ?? "").indexOf("kind: Deployment");
				expect(run(command, files, "web.yaml", {}, offset).outcome.kind).toBe("nothing");
			}
		});
	});

	describe.each([
		["block", service],
		["flow", flowService],
	])("a service in %s style", (_style, source) => {
		test.each(orders)("has nothing left of what the commands are for: %s, %s, %s", (...order) => {
			const text = broken(source);
			const files = inTurn(order, "compose.yaml", text, "example.com/web");
			const after = files["compose.yaml"] ?? "";
			const other = new LineTable(after).placeAt(after.indexOf("  db:")).line;
			const left = findingsIn(files, "compose.yaml").filter(
				({ rule, span }) =>
					served.has(rule) && (!after.includes("  db:") || new LineTable(after).placeAt(span.start).line < other),
			);
			expect(left.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
			expectWhole(after, text, "compose.yaml");
		});
	});
});

/** The text can be read, keeps its line breaks, and every word of the one before. */
function expectWhole(after: string, before: string, path: string): void {
	expect(after).not.toBe(before);
	const document = workspaceOf({ [path]: after }).document(`${root}/${path}`) as Document;
	expect(document.parts.flatMap(({ model }) => model.problems)).toEqual([]);
	expect(/(?<!\r)\n/.test(after)).toBe(!before.includes("\r"));
	for (const comment of before.match(/#.*/g) ?? []) expect(after).toContain(comment);
}
