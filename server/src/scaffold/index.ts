import { addProbes } from "./add-probes.ts";
import { addResources } from "./add-resources.ts";
import { addSecurityContext } from "./add-security-context.ts";
import { multiStageBuild } from "./multi-stage-build.ts";
import { newDockerfile } from "./new-dockerfile.ts";
import type { Scaffold } from "./scaffold.ts";

/** Every command that writes something, by its name in the protocol. */
export const scaffolds: Readonly<Record<string, Scaffold>> = {
	"add-probes": addProbes,
	"add-resources": addResources,
	"add-security-context": addSecurityContext,
	"multi-stage-build": multiStageBuild,
	"new-dockerfile": newDockerfile,
};
