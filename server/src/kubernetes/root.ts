import type { Key, ObjectType, Type } from "../schema/type.ts";
import { apiVersionOf } from "./kinds.ts";

/** A manifest's type: the body with `apiVersion` and `kind` bound to what they must say. */
export function rootType(group: string, version: string, kind: string, body: ObjectType, metadata: Type): ObjectType {
	const apiVersion = apiVersionOf({ group, version });
	const { apiVersion: _apiVersion, kind: _kind, metadata: ownMetadata, ...rest } = body.keys;
	const keys: Record<string, Key> = {
		apiVersion: { ...fixed(apiVersion), doc: "The group and version of the API that this manifest is written for." },
		kind: { ...fixed(kind), doc: "What kind of object this manifest describes." },
		metadata: {
			doc: "Name, namespace, labels and annotations of the object.",
			...ownMetadata,
			// A review is a question to the API server: it is answered, not stored, and needs no name.
			...(!kind.endsWith("Review") && { required: true }),
			type: metadata,
		},
		...rest,
	};
	return { ...body, name: kind, keys };
}

function fixed(value: string): Key {
	return { required: true, type: { kind: "scalar", of: ["string"], values: [{ value }] } };
}
