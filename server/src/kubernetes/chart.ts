import type { Key, ObjectType, ScalarType, Type } from "../schema/type.ts";
import { annotationKey } from "./formats.ts";

/*
 * Fields of a Helm chart's Chart.yaml, apiVersion v2. Source: helm.sh/docs/topics/charts and helm `pkg/chart/metadata.go`, in words of our own.
 */

const text: ScalarType = { kind: "scalar", of: ["string"] };
const flag: ScalarType = { kind: "scalar", of: ["boolean"] };
const texts: Type = { kind: "list", items: text };

/** Semantic Versioning 2.0.0; Helm takes a leading v too. */
const version: ScalarType = {
	...text,
	format: {
		name: "semantic version",
		check(value) {
			if (/^v?(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.test(value))
				return undefined;
			return { span: { start: 0, end: value.length }, message: `“${value}” is no semantic version such as 1.2.3.` };
		},
	},
};

const dependencyKeys: Readonly<Record<string, Key>> = {
	name: { type: text, required: true, doc: "Name of the chart.", example: "postgresql" },
	version: { type: text, doc: "Version, or a range of versions.", example: '"^15.0.0"' },
	repository: {
		type: text,
		doc: "Address of the repository, `@name` of one that Helm knows, or `file://` and a folder.",
		example: "oci://registry.example.com/charts",
	},
	condition: {
		type: text,
		doc: "Values that switch the chart on and off: the first of the paths that is there counts.",
		example: "postgresql.enabled",
	},
	tags: { type: texts, doc: "Names under `tags` in the values that switch several charts at once." },
	alias: { type: text, doc: "Another name for the chart, to have it more than once." },
	enabled: { type: flag, doc: "Whether the chart is in use; Helm works it out.", hidden: true },
	"import-values": {
		type: { kind: "list", items: { kind: "any" } },
		doc: "Values of the chart that this chart takes over, as names of its exports or as `child` and `parent` paths.",
	},
};

const maintainerKeys: Readonly<Record<string, Key>> = {
	name: { type: text, required: true, doc: "Name of the person or group.", example: "Platform team" },
	email: { type: text, doc: "Address for mail." },
	url: { type: text, doc: "A page about them." },
};

/** The type of Chart.yaml. */
export const chartType: ObjectType = {
	kind: "object",
	name: "Chart.yaml",
	doc: "What a Helm chart is called and needs.",
	keys: {
		apiVersion: {
			type: {
				...text,
				values: [
					{ value: "v2", doc: "For Helm 3 and later." },
					{ value: "v1", doc: "For Helm 2; dependencies stand in requirements.yaml." },
				],
			},
			required: true,
			doc: "The version of the file's format.",
			example: "v2",
		},
		name: { type: text, required: true, doc: "Name of the chart, the same as its folder's.", example: "web" },
		version: {
			type: version,
			required: true,
			doc: "Version of the chart: raise it with every change.",
			example: "0.1.0",
		},
		appVersion: {
			type: text,
			doc: "Version of the application in it; quote it, or 1.10 becomes 1.1.",
			example: '"1.29.0"',
		},
		description: { type: text, doc: "A sentence about it." },
		type: {
			type: {
				...text,
				values: [
					{ value: "application", doc: "Can be installed." },
					{ value: "library", doc: "Only lends its templates to other charts." },
				],
			},
			default: "application",
			doc: "Whether the chart can be installed.",
		},
		kubeVersion: { type: text, doc: "Versions of Kubernetes it works with, as a range.", example: '">=1.30.0-0"' },
		keywords: { type: texts, doc: "Words it is found by." },
		home: { type: text, doc: "Address of the project's page." },
		sources: { type: texts, doc: "Addresses of its source code." },
		dependencies: {
			type: { kind: "list", items: { kind: "object", name: "dependency", keys: dependencyKeys } },
			doc: "Charts that are installed with it.",
			example: "- name: postgresql\n  version: ^15.0.0\n  repository: oci://registry.example.com/charts",
		},
		maintainers: {
			type: { kind: "list", items: { kind: "object", name: "maintainer", keys: maintainerKeys } },
			doc: "Who looks after it.",
			example: "- name: Platform team",
		},
		icon: { type: text, doc: "Address of an image, SVG or PNG." },
		deprecated: { type: flag, default: "false", doc: "Whether it should no longer be used." },
		annotations: {
			type: { kind: "map", values: text, names: annotationKey },
			doc: "Anything that other tools want to know.",
		},
		engine: { type: text, doc: "Of Helm 2.", deprecated: "Ignored by Helm 3 and later.", hidden: true },
		tillerVersion: { type: text, doc: "Of Helm 2.", deprecated: "Ignored by Helm 3 and later.", hidden: true },
		condition: { type: text, doc: "Only for Helm itself.", hidden: true },
		tags: { type: text, doc: "Only for Helm itself.", hidden: true },
	},
};
