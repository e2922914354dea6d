import type { World } from "../core/world.ts";
import type { ObjectType, Type } from "../schema/type.ts";

export function customResourceType(
	_group: string,
	_version: string,
	_kind: string,
	_metadata: Type,
	_world: World,
): ObjectType | undefined {
	return undefined;
}
