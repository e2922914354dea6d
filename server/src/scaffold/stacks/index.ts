import { dotnet } from "./dotnet.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { node } from "./node.ts";
import { python } from "./python.ts";
import type { Stack } from "./stack.ts";
import { staticSite } from "./static-site.ts";

/** Every stack that is known, in the order they are proposed. */
export const stacks: readonly Stack[] = [node, staticSite, python, go, java, dotnet];
