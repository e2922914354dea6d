import type { Edit } from "../core/text.ts";
import type { Container } from "../kubernetes/nodes.ts";
import { type Plain, setPath } from "../yaml/edit.ts";
import { type ServiceTarget, targetAt, toOutcome, type WorkloadTarget } from "./cursor.ts";
import type { Question, Scaffold, ScaffoldOutcome } from "./scaffold.ts";

/** Requests and limits of the containers at the cursor, or limits of the service there. */
export const addResources: Scaffold = (request) => {
	const target = targetAt(request);
	if (typeof target === "string") return { kind: "nothing", message: target };
	return target.kind === "workload" ? ofWorkload(target, request.answers) : ofService(target, request.answers);
};

interface Size {
	readonly label: string;
	readonly detail: string;
	readonly cpu: string;
	readonly memory: string;
	/** As Compose writes them. */
	readonly cpus: string;
	readonly megabytes: string;
}

const sizes: Readonly<Record<string, Size>> = {
	medium: {
		label: "Medium",
		detail: "a web service: 100m, 256Mi",
		cpu: "100m",
		memory: "256Mi",
		cpus: "0.5",
		megabytes: "256M",
	},
	small: {
		label: "Small",
		detail: "a sidecar or a Go binary: 50m, 64Mi",
		cpu: "50m",
		memory: "64Mi",
		cpus: "0.25",
		megabytes: "64M",
	},
	large: {
		label: "Large",
		detail: "a database or a JVM: 500m, 1Gi",
		cpu: "500m",
		memory: "1Gi",
		cpus: "2.0",
		megabytes: "1G",
	},
};

function sizeQuestion(): Question {
	return {
		kind: "question",
		id: "size",
		title: "How much does it need?",
		placeholder: "A start: measure it under load and adjust",
		options: Object.entries(sizes).map(([value, { label, detail }]) => ({ label, value, detail })),
	};
}

function ofWorkload(target: WorkloadTarget, answers: Readonly<Record<string, string>>): ScaffoldOutcome {
	const lacking = target.containers.filter((container) => lacksAny(container));
	if (lacking.length === 0)
		return { kind: "nothing", message: "Every container here has requests and a memory limit." };
	const size = sizes[answers["size"] ?? ""];
	if (!size) return sizeQuestion();
	const edits = lacking.flatMap((container) => resourceEdits(target.text, container, size));
	const names = lacking.map(({ name }) => `\`${name}\``).join(", ");
	return toOutcome(target, edits, `Added resources to ${names}.`, "There is nothing to add.");
}

function has({ resources }: Container, list: "requests" | "limits", resource: string): boolean {
	return resources[list].some((amount) => amount.resource === resource);
}

function lacksAny(container: Container): boolean {
	return (
		!has(container, "requests", "cpu") || !has(container, "requests", "memory") || !has(container, "limits", "memory")
	);
}

/** Memory is limited to what is requested, so that the pod is not the first to go; CPU is left free to take what is idle. */
function resourceEdits(text: string, container: Container, { cpu, memory }: Size): Edit[] {
	const { requests, limits } = container.resources;
	const memoryLimit = limits.find(({ resource }) => resource === "memory")?.text;
	const memoryRequest = requests.find(({ resource }) => resource === "memory")?.text;
	const added = {
		requests: {
			...(!has(container, "requests", "cpu") && { cpu }),
			...(memoryRequest === undefined && { memory: memoryLimit ?? memory }),
		},
		limits: memoryLimit === undefined ? { memory: memoryRequest ?? memory } : {},
	};
	if (requests.length === 0 && limits.length === 0) return setPath(text, container.map, ["resources"], added);
	return Object.entries(added).flatMap(([list, amounts]) =>
		listEdits(text, container, list as "requests" | "limits", amounts),
	);
}

function listEdits(
	text: string,
	container: Container,
	list: "requests" | "limits",
	amounts: Readonly<Record<string, string>>,
): Edit[] {
	if (Object.keys(amounts).length === 0) return [];
	if (container.resources[list].length === 0)
		return setPath(text, container.map, ["resources", list], amounts as Plain);
	return Object.entries(amounts).flatMap(([resource, amount]) =>
		setPath(text, container.map, ["resources", list, resource], amount),
	);
}

function ofService({ service, ...target }: ServiceTarget, answers: Readonly<Record<string, string>>): ScaffoldOutcome {
	const map = service.pair.value?.kind === "map" ? service.pair.value : undefined;
	if (
		!map ||
		service.attributes.has("mem_limit") ||
		/^\s*memory:/m.test(target.text.slice(service.span.start, service.span.end))
	) {
		return { kind: "nothing", message: `\`${service.name}\` has a memory limit already.` };
	}
	const size = sizes[answers["size"] ?? ""];
	if (!size) return sizeQuestion();
	const limits = { cpus: size.cpus, memory: size.megabytes };
	return toOutcome(
		{ service, ...target },
		setPath(target.text, map, ["deploy", "resources", "limits"], limits),
		`Added limits to \`${service.name}\`.`,
		"There is nothing to add.",
	);
}
