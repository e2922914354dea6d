import type { EnumValue, Key, ListType, ObjectType, ScalarType, Type } from "../schema/type.ts";
import { annotationKey, labelKey, labelValue } from "./formats.ts";

/*
 * Fields of kustomization.yaml. Source: kubernetes-sigs/kustomize `api/types/kustomization.go` and its neighbours (v5), in words of our own.
 */

const text: ScalarType = { kind: "scalar", of: ["string"] };
const flag: ScalarType = { kind: "scalar", of: ["boolean"] };
const whole: ScalarType = { kind: "scalar", of: ["integer"], minimum: 0 };
const texts: ListType = { kind: "list", items: text };
const anything: Type = { kind: "any" };

const oneOf = (...values: EnumValue[]): ScalarType => ({ kind: "scalar", of: ["string"], values });
const listOf = (items: Type): ListType => ({ kind: "list", items });
const object = (name: string, keys: Readonly<Record<string, Key>>): ObjectType => ({ kind: "object", name, keys });
const labels: Type = { kind: "map", values: { ...text, format: labelValue }, names: labelKey };
const annotations: Type = { kind: "map", values: text, names: annotationKey };

const metadata = object("metadata", {
	name: { type: text, doc: "A name for the file itself; it changes no object." },
	namespace: { type: text, doc: "Not used." },
	labels: { type: labels, doc: "Labels of the file itself, not of the objects." },
	annotations: {
		type: annotations,
		doc: "Annotations of the file itself; `config.kubernetes.io/local-config` keeps it out of the output.",
	},
});

const selector = {
	group: { type: text, doc: "API group, as a regular expression that must match all of it." },
	version: { type: text, doc: "API version, as a regular expression." },
	kind: { type: text, doc: "Kind, as a regular expression.", example: "Deployment" },
	name: { type: text, doc: "Name, as a regular expression.", example: "web" },
	namespace: { type: text, doc: "Namespace, as a regular expression." },
	labelSelector: { type: text, doc: "Labels that the object must have, as kubectl takes them.", example: "app=web" },
	annotationSelector: { type: text, doc: "Annotations that the object must have." },
} satisfies Record<string, Key>;

const target = object("target", selector);

const patch = object("patch", {
	path: { type: text, doc: "The file with the patch.", example: "deployment-patch.yaml" },
	patch: {
		type: text,
		doc: "The patch itself, in place of a file: a part of an object, or a list of JSON Patch operations.",
	},
	target: { type: target, doc: "Which objects are patched. A part of an object names its target itself." },
	options: {
		type: object("patch options", {
			allowNameChange: { type: flag, default: "false", doc: "Whether the patch may change the name of the object." },
			allowKindChange: { type: flag, default: "false", doc: "Whether the patch may change the kind of the object." },
		}),
		doc: "What the patch may do.",
	},
});

const generatorOptionKeys = {
	labels: { type: labels, doc: "Labels of what is made." },
	annotations: { type: annotations, doc: "Annotations of what is made." },
	disableNameSuffixHash: {
		type: flag,
		default: "false",
		doc: "Leaves out the hash of the content that makes the name new whenever the content changes; then Pods do not restart on a change.",
	},
	immutable: { type: flag, default: "false", doc: "Whether the cluster refuses changes of what is made." },
} satisfies Record<string, Key>;

const generatorOptions = object("generator options", generatorOptionKeys);

const generatorKeys = {
	name: { type: text, required: true, doc: "Name of what is made, without the hash.", example: "web-config" },
	namespace: { type: text, doc: "Its namespace." },
	behavior: {
		type: oneOf(
			{ value: "create", doc: "Makes a new one; an error where the base has it." },
			{ value: "replace", doc: "Takes the place of the base's." },
			{ value: "merge", doc: "Adds to the base's, key by key." },
		),
		default: "create",
		doc: "What is done where a base has one of that name.",
	},
	files: { type: texts, doc: "Files that become keys, as `file` or `key=file`.", example: "- nginx.conf" },
	envs: { type: texts, doc: "Files of `KEY=value` lines that become keys.", example: "- .env" },
	env: { type: text, doc: "One file of `KEY=value` lines.", deprecated: "Use `envs`, a list." },
	literals: { type: texts, doc: "Keys and values, as `KEY=value`.", example: "- LOG_LEVEL=info" },
	options: { type: generatorOptions, doc: "Labels, annotations and whether the name gets a hash." },
} satisfies Record<string, Key>;

const configMapGenerator = object("ConfigMap generator", generatorKeys);
const secretGenerator = object("Secret generator", {
	...generatorKeys,
	type: {
		type: {
			kind: "scalar",
			of: ["string"],
			open: true,
			values: [{ value: "Opaque" }, { value: "kubernetes.io/tls" }, { value: "kubernetes.io/dockerconfigjson" }],
		},
		default: "Opaque",
		doc: "Type of the Secret.",
	},
});

const fieldSpecKeys = {
	path: {
		type: text,
		doc: "Fields from the object's root, joined by slashes.",
		example: "spec/template/metadata/labels",
	},
	create: { type: flag, default: "false", doc: "Whether the field is made where it is not there." },
	group: { type: text, doc: "Only in objects of this API group." },
	version: { type: text, doc: "Only in objects of this API version." },
	kind: { type: text, doc: "Only in objects of this kind." },
} satisfies Record<string, Key>;

const labelPairs = object("label transformer", {
	pairs: { type: labels, doc: "The labels to add.", example: "team: payments" },
	includeSelectors: {
		type: flag,
		default: "false",
		doc: "Whether they are added to selectors too. Selectors of a Deployment can't be changed later.",
	},
	includeTemplates: { type: flag, default: "false", doc: "Whether they are added to pod templates too." },
	includeVolumeClaimTemplates: {
		type: flag,
		default: "false",
		doc: "Whether they are added to the claim templates of StatefulSets too.",
	},
	fields: { type: listOf(object("field", fieldSpecKeys)), doc: "Further places to add them." },
});

const image = object("image", {
	name: { type: text, required: true, doc: "The image as the manifests write it, without its tag.", example: "nginx" },
	newName: { type: text, doc: "What the name is replaced by.", example: "registry.example.com/nginx" },
	newTag: { type: text, doc: "What the tag is replaced by.", example: '"1.29"' },
	digest: { type: text, doc: "A digest in place of the tag, with its algorithm." },
	tagSuffix: { type: text, doc: "What is appended to the tag." },
});

const replacementSource = object("source", {
	...selector,
	fieldPath: {
		type: text,
		default: "metadata.name",
		doc: "The field whose value is taken, joined by dots.",
		example: "metadata.name",
	},
	options: { type: anything, doc: "Takes a part of the value: `delimiter` splits it and `index` chooses." },
});

const replacementTarget = object("target", {
	select: { type: target, doc: "The objects to change." },
	reject: { type: listOf(target), doc: "Those of the selected that are left as they are." },
	fieldPaths: {
		type: texts,
		doc: "The fields to change, joined by dots; `[name=web]` finds an item of a list.",
		example: "- spec.template.spec.containers.[name=web].image",
	},
	options: {
		type: anything,
		doc: "Replaces a part of the value (`delimiter`, `index`), or makes the field (`create: true`).",
	},
});

const replacement = object("replacement", {
	path: { type: text, doc: "A file with replacements, in place of the fields below." },
	source: { type: replacementSource, doc: "Where the value is taken from." },
	sourceValue: { type: text, doc: "The value itself, in place of a source." },
	targets: { type: listOf(replacementTarget), doc: "Where the value is put." },
});

const replica = object("replica count", {
	name: { type: text, required: true, doc: "Name of the workload.", example: "web" },
	count: { type: whole, required: true, doc: "How many Pods it runs.", example: "3" },
});

const helmChart = object("Helm chart", {
	name: { type: text, required: true, doc: "Name of the chart." },
	repo: { type: text, doc: "Address of the repository, https or oci." },
	version: { type: text, doc: "Version of the chart." },
	releaseName: { type: text, doc: "Name of the release, which templates read." },
	namespace: { type: text, doc: "Namespace that templates read." },
	valuesFile: { type: text, doc: "A file of values in place of the chart's." },
	additionalValuesFiles: { type: texts, doc: "Further files of values, later ones win." },
	valuesInline: { type: anything, doc: "Values over those of the file." },
	valuesMerge: {
		type: oneOf(
			{ value: "merge", doc: "Adds what the file has not." },
			{ value: "override", doc: "Wins over the file." },
			{ value: "replace", doc: "Takes the place of the file." },
		),
		default: "override",
		doc: "How inline values and the file go together.",
	},
	includeCRDs: {
		type: flag,
		default: "false",
		doc: "Whether the chart's CustomResourceDefinitions are in the output.",
	},
	skipHooks: { type: flag, default: "false", doc: "Whether hooks are left out." },
	skipTests: { type: flag, default: "false", doc: "Whether test templates are left out." },
	apiVersions: { type: texts, doc: "API versions that templates find in `.Capabilities`." },
	kubeVersion: { type: text, doc: "Kubernetes version that templates find in `.Capabilities`." },
	nameTemplate: { type: text, doc: "A template for the release's name." },
	debug: { type: flag, default: "false", doc: "Whether Helm says more." },
	devel: { type: flag, default: "false", doc: "Whether versions before a release are taken too." },
});

const variable = object("variable", {
	name: { type: text, required: true, doc: "Name, used as `$(NAME)`." },
	objref: {
		type: object("object reference", {
			apiVersion: { type: text, doc: "API version of the object." },
			kind: { type: text, doc: "Kind of the object." },
			name: { type: text, doc: "Name of the object." },
			namespace: { type: text, doc: "Namespace of the object." },
			group: { type: text, doc: "API group of the object." },
			version: { type: text, doc: "Version in its API group." },
		}),
		required: true,
		doc: "The object whose field is read.",
	},
	fieldref: {
		type: object("field reference", {
			fieldPath: { type: text, doc: "The field.", default: "metadata.name" },
		}),
		doc: "The field that is read.",
	},
});

const orders = [
	{ value: "legacy", doc: "Namespaces and definitions first, webhooks last." },
	{ value: "fifo", doc: "As they are listed." },
];

const common: Readonly<Record<string, Key>> = {
	metadata: { type: metadata, doc: "About the file itself." },
	resources: {
		type: texts,
		doc: "Files with objects, folders with a kustomization of their own, or addresses of such.",
		example: "- deployment.yaml\n- ../base",
	},
	components: {
		type: texts,
		doc: "Folders with a Component: changes that several overlays share.",
		example: "- ../components/tls",
	},
	bases: { type: texts, doc: "Folders with a kustomization.", deprecated: "List the folders under `resources`." },
	crds: {
		type: texts,
		doc: "Files with OpenAPI definitions of custom resources, so that names in them are changed too.",
	},
	namespace: { type: text, doc: "The namespace that all objects get.", example: "shop" },
	namePrefix: { type: text, doc: "What is put before all names.", example: "staging-" },
	nameSuffix: { type: text, doc: "What is put behind all names.", example: "-v2" },
	labels: { type: listOf(labelPairs), doc: "Labels that all objects get.", example: "- pairs:\n    team: payments" },
	commonLabels: {
		type: labels,
		doc: "Labels that all objects and all selectors get.",
		deprecated: "Use `labels`, with `includeSelectors: true` where selectors are meant.",
	},
	commonAnnotations: { type: annotations, doc: "Annotations that all objects get." },
	patches: {
		// Names of files alone are read as `patchesStrategicMerge`. Source: kustomize `api/types/fix.go`.
		type: listOf({ kind: "union", forms: [patch, text] }),
		doc: "Changes of single objects: a part of an object, or JSON Patch operations.",
		example: "- path: deployment-patch.yaml",
	},
	patchesStrategicMerge: {
		type: texts,
		doc: "Files with parts of objects, or the parts themselves.",
		deprecated: "Use `patches`, which takes the same.",
	},
	patchesJson6902: {
		type: listOf(patch),
		doc: "JSON Patch operations and the objects they change.",
		deprecated: "Use `patches`, which takes the same.",
	},
	images: {
		type: listOf(image),
		doc: "Replaces names, tags and digests of images.",
		example: '- name: nginx\n  newTag: "1.29"',
	},
	imageTags: { type: anything, doc: "An old way to change tags.", deprecated: "Use `images`.", hidden: true },
	replacements: { type: listOf(replacement), doc: "Copies a value from a field of one object into fields of others." },
	replicas: { type: listOf(replica), doc: "Numbers of replicas of workloads.", example: "- name: web\n  count: 3" },
	vars: { type: listOf(variable), doc: "Values that `$(NAME)` stands for.", deprecated: "Use `replacements`." },
	configMapGenerator: {
		type: listOf(configMapGenerator),
		doc: "Makes ConfigMaps from files and values. Names get a hash of the content and references follow, so Pods restart on a change.",
		example: "- name: web-config\n  literals:\n    - LOG_LEVEL=info",
	},
	secretGenerator: {
		type: listOf(secretGenerator),
		doc: "Makes Secrets from files and values.",
		example: "- name: web-secret\n  envs:\n    - .env.secret",
	},
	generatorOptions: { type: generatorOptions, doc: "What holds for all generators of this file." },
	generators: { type: texts, doc: "Files that configure generator plugins." },
	transformers: { type: texts, doc: "Files that configure transformers." },
	validators: { type: texts, doc: "Files that configure validators." },
	configurations: { type: texts, doc: "Files that say where transformers look, for custom resources." },
	helmCharts: { type: listOf(helmChart), doc: "Charts that are rendered; needs `--enable-helm`." },
	helmGlobals: {
		type: object("Helm settings", {
			chartHome: { type: text, default: "charts", doc: "The folder in which charts are kept." },
			configHome: { type: text, doc: "Helm's own folder for its configuration." },
		}),
		doc: "What holds for all charts.",
	},
	helmChartInflationGenerator: { type: anything, doc: "An old way to render charts.", deprecated: "Use `helmCharts`." },
	openapi: {
		type: { kind: "map", values: text },
		doc: "The schema by which lists are merged: `path` of a file, or `version` of Kubernetes.",
	},
	sortOptions: {
		type: object("sort options", {
			order: { type: oneOf(...orders), doc: "In which order objects are put out." },
			legacySortOptions: {
				type: object("legacy order", {
					orderFirst: { type: texts, doc: "Kinds that come first." },
					orderLast: { type: texts, doc: "Kinds that come last." },
				}),
				doc: "Kinds that come first and last.",
			},
		}),
		doc: "The order of the output.",
	},
	buildMetadata: {
		type: listOf(
			oneOf(
				{ value: "managedByLabel", doc: "A label that says Kustomize manages the object." },
				{ value: "originAnnotations", doc: "An annotation with the file an object is from." },
				{ value: "transformerAnnotations", doc: "An annotation with the transformers that changed it." },
			),
		),
		doc: "What the output says of how it was made.",
	},
};

function rootOf(kind: string, apiVersion: string, doc: string): ObjectType {
	return {
		kind: "object",
		name: kind,
		doc,
		keys: {
			apiVersion: { type: oneOf({ value: apiVersion }), default: apiVersion, doc: "The version of the file's format." },
			kind: { type: oneOf({ value: kind, doc }), default: kind, doc: "What the file is." },
			...common,
		},
	};
}

const kustomization = rootOf(
	"Kustomization",
	"kustomize.config.k8s.io/v1beta1",
	"Which manifests Kustomize puts together and how it changes them on the way.",
);
const component = rootOf(
	"Component",
	"kustomize.config.k8s.io/v1alpha1",
	"A set of changes that several kustomizations can take in under `components`.",
);

/** The type of a kustomization file, by the kind it says it is; Kustomization where it says none. */
export function kustomizationType(kind: string | undefined): ObjectType {
	return kind === "Component" ? component : kustomization;
}
