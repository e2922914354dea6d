// Made by tools/generate/rules-index.ts from the files of this folder; run `npm run generate`.
import containerDuplicateKey from "./container/duplicate-key.ts";
import containerIgnoreWithoutReason from "./container/ignore-without-reason.ts";
import containerInvalidConfiguration from "./container/invalid-configuration.ts";
import containerInvalidYaml from "./container/invalid-yaml.ts";
import containerPrivilegedContainer from "./container/privileged-container.ts";
import containerUnusedIgnore from "./container/unused-ignore.ts";
import composeBlankInVariableName from "./compose/blank-in-variable-name.ts";
import composeConfigOrSecretSource from "./compose/config-or-secret-source.ts";
import composeConflictingLimits from "./compose/conflicting-limits.ts";
import composeContainerNameWithReplicas from "./compose/container-name-with-replicas.ts";
import composeCountWithDeviceIds from "./compose/count-with-device-ids.ts";
import composeDependencyCycle from "./compose/dependency-cycle.ts";
import composeDockerSocketMount from "./compose/docker-socket-mount.ts";
import composeDockerfileWithInline from "./compose/dockerfile-with-inline.ts";
import composeDuplicateHostPort from "./compose/duplicate-host-port.ts";
import composeDuplicateMountTarget from "./compose/duplicate-mount-target.ts";
import composeExternalName from "./compose/external-name.ts";
import composeExternalWithSettings from "./compose/external-with-settings.ts";
import composeInvalidHealthcheckTest from "./compose/invalid-healthcheck-test.ts";
import composeMissingBindSource from "./compose/missing-bind-source.ts";
import composeMissingFile from "./compose/missing-file.ts";
import composeMissingHealthcheckForCondition from "./compose/missing-healthcheck-for-condition.ts";
import composeMissingImageOrBuild from "./compose/missing-image-or-build.ts";
import composeMissingWatchTarget from "./compose/missing-watch-target.ts";
import composeNetworkModeWithNetworks from "./compose/network-mode-with-networks.ts";
import composeObsoleteVersion from "./compose/obsolete-version.ts";
import composePlatformNotBuilt from "./compose/platform-not-built.ts";
import composeSharedContainerName from "./compose/shared-container-name.ts";
import composeUndeclaredBuildArgument from "./compose/undeclared-build-argument.ts";
import composeUndefinedConfig from "./compose/undefined-config.ts";
import composeUndefinedModel from "./compose/undefined-model.ts";
import composeUndefinedNetwork from "./compose/undefined-network.ts";
import composeUndefinedSecret from "./compose/undefined-secret.ts";
import composeUndefinedService from "./compose/undefined-service.ts";
import composeUndefinedVolume from "./compose/undefined-volume.ts";
import composeUnknownBuildTarget from "./compose/unknown-build-target.ts";
import composeUnquotedPort from "./compose/unquoted-port.ts";
import composeUnusedConfig from "./compose/unused-config.ts";
import composeUnusedModel from "./compose/unused-model.ts";
import composeUnusedNetwork from "./compose/unused-network.ts";
import composeUnusedSecret from "./compose/unused-secret.ts";
import composeUnusedVolume from "./compose/unused-volume.ts";
import kubernetesDuplicateContainerName from "./kubernetes/duplicate-container-name.ts";
import kubernetesDuplicateEnv from "./kubernetes/duplicate-env.ts";
import kubernetesDuplicateMountPath from "./kubernetes/duplicate-mount-path.ts";
import kubernetesDuplicatePortName from "./kubernetes/duplicate-port-name.ts";
import kubernetesDuplicateVolumeName from "./kubernetes/duplicate-volume-name.ts";
import kubernetesFractionalMemory from "./kubernetes/fractional-memory.ts";
import kubernetesMismatchingSelector from "./kubernetes/mismatching-selector.ts";
import kubernetesMissingContainers from "./kubernetes/missing-containers.ts";
import kubernetesMissingImage from "./kubernetes/missing-image.ts";
import kubernetesMissingLivenessProbe from "./kubernetes/missing-liveness-probe.ts";
import kubernetesMissingReadinessProbe from "./kubernetes/missing-readiness-probe.ts";
import kubernetesMissingResources from "./kubernetes/missing-resources.ts";
import kubernetesPrivilegeEscalation from "./kubernetes/privilege-escalation.ts";
import kubernetesRequestsAboveLimits from "./kubernetes/requests-above-limits.ts";
import kubernetesRunAsRoot from "./kubernetes/run-as-root.ts";
import kubernetesUndefinedVolumeMount from "./kubernetes/undefined-volume-mount.ts";
import type { Rule } from "./rule.ts";

/** Every rule. */
export const rules: readonly Rule[] = [
	containerDuplicateKey,
	containerIgnoreWithoutReason,
	containerInvalidConfiguration,
	containerInvalidYaml,
	containerPrivilegedContainer,
	containerUnusedIgnore,
	composeBlankInVariableName,
	composeConfigOrSecretSource,
	composeConflictingLimits,
	composeContainerNameWithReplicas,
	composeCountWithDeviceIds,
	composeDependencyCycle,
	composeDockerSocketMount,
	composeDockerfileWithInline,
	composeDuplicateHostPort,
	composeDuplicateMountTarget,
	composeExternalName,
	composeExternalWithSettings,
	composeInvalidHealthcheckTest,
	composeMissingBindSource,
	composeMissingFile,
	composeMissingHealthcheckForCondition,
	composeMissingImageOrBuild,
	composeMissingWatchTarget,
	composeNetworkModeWithNetworks,
	composeObsoleteVersion,
	composePlatformNotBuilt,
	composeSharedContainerName,
	composeUndeclaredBuildArgument,
	composeUndefinedConfig,
	composeUndefinedModel,
	composeUndefinedNetwork,
	composeUndefinedSecret,
	composeUndefinedService,
	composeUndefinedVolume,
	composeUnknownBuildTarget,
	composeUnquotedPort,
	composeUnusedConfig,
	composeUnusedModel,
	composeUnusedNetwork,
	composeUnusedSecret,
	composeUnusedVolume,
	kubernetesDuplicateContainerName,
	kubernetesDuplicateEnv,
	kubernetesDuplicateMountPath,
	kubernetesDuplicatePortName,
	kubernetesDuplicateVolumeName,
	kubernetesFractionalMemory,
	kubernetesMismatchingSelector,
	kubernetesMissingContainers,
	kubernetesMissingImage,
	kubernetesMissingLivenessProbe,
	kubernetesMissingReadinessProbe,
	kubernetesMissingResources,
	kubernetesPrivilegeEscalation,
	kubernetesRequestsAboveLimits,
	kubernetesRunAsRoot,
	kubernetesUndefinedVolumeMount,
];
