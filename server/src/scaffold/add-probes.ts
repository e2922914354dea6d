import { readinessCommand } from "../compose/healthchecks.ts";
import type { Edit } from "../core/text.ts";
import type { Container, ProbeType } from "../kubernetes/nodes.ts";
import { probedPort, runsOn } from "../kubernetes/semantics/probes.ts";
import { type Plain, setKey } from "../yaml/edit.ts";
import { type ServiceTarget, targetAt, toOutcome, type WorkloadTarget } from "./cursor.ts";
import type { Question, Scaffold, ScaffoldOutcome } from "./scaffold.ts";

/** Probes of the containers at the cursor, or the health check of the service there. */
export const addProbes: Scaffold = (request) => {
	const target = targetAt(request);
	if (typeof target === "string") return { kind: "nothing", message: target };
	return target.kind === "workload" ? ofWorkload(target, request.answers) : ofService(target, request.answers);
};

const order: readonly ProbeType[] = ["startupProbe", "livenessProbe", "readinessProbe"];

/** Starting may take a minute; then a hang is noticed within half a minute, and traffic held back within ten seconds. */
const timings: Readonly<Record<ProbeType, Plain & object>> = {
	startupProbe: { periodSeconds: 2, failureThreshold: 30 },
	livenessProbe: { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 },
	readinessProbe: { periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 },
};

function ofWorkload(target: WorkloadTarget, answers: Readonly<Record<string, string>>): ScaffoldOutcome {
	const { pod, type } = target.workload;
	if (pod && !runsOn(pod)) return { kind: "nothing", message: `A ${type} runs to its end, so it needs no probes.` };
	const lacking = target.containers.filter((container) => container.role !== "init" && missing(container).length > 0);
	const [first] = lacking;
	if (!first) return { kind: "nothing", message: "Every container here has its three probes." };
	if (answers["port"] === undefined && lacking.some((container) => probedPort(container) === undefined))
		return portQuestion(first.name);
	if (answers["check"] === undefined) return checkQuestion(lacking.some(speaksGrpc));
	const edits = lacking.flatMap((container) => probeEdits(target.text, container, answers));
	const names = lacking.map(({ name }) => `\`${name}\``).join(", ");
	return toOutcome(target, edits, `Added probes to ${names}.`, "There is nothing to add.");
}

function missing({ probes }: Container): readonly ProbeType[] {
	return order.filter((type) => !probes.some((probe) => probe.type === type));
}

function speaksGrpc({ ports }: Container): boolean {
	return ports.some(({ name }) => name?.value.startsWith("grpc"));
}

function probeEdits(text: string, container: Container, answers: Readonly<Record<string, string>>): Edit[] {
	const port = probedPort(container) ?? toPort(answers["port"] ?? "");
	const number = container.ports.find(({ name }) => name?.value === port)?.number?.value ?? port;
	const handler = handlerOf(answers["check"] ?? "tcp", port, number);
	return missing(container).flatMap((type) =>
		setKey(
			text,
			container.map,
			type,
			{ ...handler, ...timings[type] },
			{ after: ["ports", "env", "envFrom", "resources"] },
		),
	);
}

function handlerOf(check: string, port: string | number, number: string | number): { readonly [key: string]: Plain } {
	if (check === "tcp") return { tcpSocket: { port } };
	// A gRPC probe takes no port name.
	if (check === "grpc") return { grpc: { port: number } };
	return { httpGet: { path: check.startsWith("/") ? check : `/${check}`, port } };
}

function toPort(text: string): string | number {
	return /^\d+$/.test(text) ? Number(text) : text;
}

function portQuestion(name: string): Question {
	return {
		kind: "question",
		id: "port",
		title: `Which port does ${name} listen on?`,
		placeholder: "A number; the container declares no port",
		options: [{ label: "8080", value: "8080" }],
		free: true,
	};
}

function checkQuestion(grpcFirst: boolean): Question {
	const grpc = { label: "gRPC health service", value: "grpc", detail: "grpc.health.v1.Health/Check" };
	const others = [
		{ label: "GET /healthz", value: "/healthz", detail: "an answer of 200 to 399 is healthy" },
		{ label: "GET /health", value: "/health" },
		{ label: "GET /", value: "/" },
		{ label: "Open the port", value: "tcp", detail: "for what speaks no HTTP" },
	];
	return {
		kind: "question",
		id: "check",
		title: "How does it say that it is healthy?",
		placeholder: "A path, or another way",
		options: grpcFirst ? [grpc, ...others] : [...others, grpc],
		free: true,
	};
}

function ofService({ service, ...target }: ServiceTarget, answers: Readonly<Record<string, string>>): ScaffoldOutcome {
	const map = service.pair.value?.kind === "map" ? service.pair.value : undefined;
	if (service.healthcheck || !map)
		return { kind: "nothing", message: `\`${service.name}\` has a health check already.` };
	const known = service.image && readinessCommand(service.image.text);
	const port = service.ports.find(({ mapping }) => mapping?.target?.first)?.mapping?.target?.first ?? 8080;
	if (known === undefined && answers["test"] === undefined) return testQuestion(service.name, port);
	const healthcheck = {
		test: known ?? answers["test"] ?? "",
		interval: "10s",
		timeout: "3s",
		retries: 3,
		start_period: "30s",
	};
	return toOutcome(
		{ service, ...target },
		setKey(target.text, map, "healthcheck", healthcheck),
		`Added a health check to \`${service.name}\`.`,
		"There is nothing to add.",
	);
}

function testQuestion(name: string, port: number): Question {
	return {
		kind: "question",
		id: "test",
		title: `Which command tells that ${name} is healthy?`,
		placeholder: "It runs in a shell inside the container; exit code 0 is healthy",
		options: [
			{
				label: "wget",
				value: `wget --quiet --spider http://127.0.0.1:${port}/healthz`,
				detail: "in Alpine and other BusyBox images",
			},
			{
				label: "curl",
				value: `curl --fail --silent http://127.0.0.1:${port}/healthz`,
				detail: "where curl is installed",
			},
			{ label: "nc", value: `nc -z 127.0.0.1 ${port}`, detail: "opens the port" },
		],
		free: true,
	};
}
