import type { Key, ObjectType, Type } from "../../schema/type.ts";
import { environmentName, modelReference } from "../formats.ts";
import { eitherOf, extensionKey, listOf, mapOf, nothing, text } from "./types.ts";

/** An entry of the top-level `models`. Source: compose-spec, models.md. */
export const model: ObjectType = {
	kind: "object",
	name: "model",
	open: extensionKey,
	keys: {
		name: { type: text(), doc: "Name of the model where it should differ from its key here.", example: "assistant" },
		model: {
			type: text(),
			required: true,
			doc: "The model to pull and serve: an OCI artifact, named like an image.",
			example: "ai/smollm2",
		},
		context_size: {
			type: { kind: "scalar", of: ["integer"], minimum: 1 },
			doc: "How many tokens the model keeps in view at once. More needs more memory.",
			example: "4096",
		},
		runtime_flags: {
			type: listOf(text()),
			doc: "Flags handed to the inference engine as they are.",
			example: '- "--temp"\n- "0.2"',
		},
	},
};

const modelGrant: ObjectType = {
	kind: "object",
	name: "model reference",
	open: extensionKey,
	keys: {
		endpoint_var: {
			type: text(environmentName),
			doc: "Environment variable that gets the address of the model's API; by default the model's name in capitals with `_URL` after it.",
			example: "LLM_URL",
		},
		model_var: {
			type: text(environmentName),
			doc: "Environment variable that gets the model's identifier; by default the model's name in capitals.",
			example: "LLM_MODEL",
		},
	},
};

const modelGrants: Type = eitherOf(
	listOf(text(modelReference), { unique: true }),
	mapOf(eitherOf(modelGrant, nothing), modelReference),
);

/** Keys of a service that hand work to models and providers. */
export const modelKeys: Readonly<Record<string, Key>> = {
	models: {
		type: modelGrants,
		since: "Compose 2.38",
		doc: "Language models that the service may use, from the top-level `models`. Compose starts them and tells the container their address in environment variables.",
		example: "llm:\n  endpoint_var: LLM_URL\n  model_var: LLM_MODEL",
	},
	provider: {
		since: "Compose 2.36",
		doc: "Hands the service to an external program: Compose runs that program to set it up and tear it down instead of starting a container. Services that depend on it get what it answers as environment variables.",
		example: "type: awesomecloud\noptions:\n  type: postgres",
		type: {
			kind: "object",
			name: "provider",
			open: extensionKey,
			keys: {
				type: {
					type: text(),
					required: true,
					doc: "The program: a Docker CLI plug-in or a command on the path.",
					example: "awesomecloud",
				},
				options: {
					type: mapOf(
						eitherOf(
							{ kind: "scalar", of: ["string", "number", "integer", "boolean"] },
							listOf({ kind: "scalar", of: ["string", "number", "integer", "boolean"] }),
						),
					),
					doc: "Settings for the provider, passed on as flags; only the provider knows which there are.",
					example: "type: postgres",
				},
			},
		},
	},
};
