// Made by tools/generate/rules-index.ts from the files of this folder; run `npm run generate`.
import containerDuplicateKey from "./container/duplicate-key.ts";
import containerEndOfLifeImage from "./container/end-of-life-image.ts";
import containerIgnoreWithoutReason from "./container/ignore-without-reason.ts";
import containerInvalidConfiguration from "./container/invalid-configuration.ts";
import containerInvalidImageReference from "./container/invalid-image-reference.ts";
import containerInvalidYaml from "./container/invalid-yaml.ts";
import containerLatestTag from "./container/latest-tag.ts";
import containerPrivilegedContainer from "./container/privileged-container.ts";
import containerSecretInEnvironment from "./container/secret-in-environment.ts";
import containerUndefinedAnchor from "./container/undefined-anchor.ts";
import containerUnusedAnchor from "./container/unused-anchor.ts";
import containerUnusedIgnore from "./container/unused-ignore.ts";
import dockerfileAddForLocalFile from "./dockerfile/add-for-local-file.ts";
import dockerfileApkCacheLeft from "./dockerfile/apk-cache-left.ts";
import dockerfileAptInScript from "./dockerfile/apt-in-script.ts";
import dockerfileAptListsLeft from "./dockerfile/apt-lists-left.ts";
import dockerfileAptRecommends from "./dockerfile/apt-recommends.ts";
import dockerfileAptUpdateAlone from "./dockerfile/apt-update-alone.ts";
import dockerfileBrokenJsonForm from "./dockerfile/broken-json-form.ts";
import dockerfileCdInRun from "./dockerfile/cd-in-run.ts";
import dockerfileConstantPlatform from "./dockerfile/constant-platform.ts";
import dockerfileCopyFromSelf from "./dockerfile/copy-from-self.ts";
import dockerfileDeprecatedMaintainer from "./dockerfile/deprecated-maintainer.ts";
import dockerfileDistUpgrade from "./dockerfile/dist-upgrade.ts";
import dockerfileDuplicateFlag from "./dockerfile/duplicate-flag.ts";
import dockerfileDuplicateStage from "./dockerfile/duplicate-stage.ts";
import dockerfileEmptyContinuation from "./dockerfile/empty-continuation.ts";
import dockerfileExposedSshPort from "./dockerfile/exposed-ssh-port.ts";
import dockerfileForeignPackageManager from "./dockerfile/foreign-package-manager.ts";
import dockerfileFromAsCasing from "./dockerfile/from-as-casing.ts";
import dockerfileInstructionCasing from "./dockerfile/instruction-casing.ts";
import dockerfileInvalidDefaultImage from "./dockerfile/invalid-default-image.ts";
import dockerfileInvalidDirective from "./dockerfile/invalid-directive.ts";
import dockerfileInvalidFlagValue from "./dockerfile/invalid-flag-value.ts";
import dockerfileInvalidMount from "./dockerfile/invalid-mount.ts";
import dockerfileInvalidOnbuild from "./dockerfile/invalid-onbuild.ts";
import dockerfileInvalidPort from "./dockerfile/invalid-port.ts";
import dockerfileInvalidSignal from "./dockerfile/invalid-signal.ts";
import dockerfileInvalidSyntax from "./dockerfile/invalid-syntax.ts";
import dockerfileLegacyKeyValue from "./dockerfile/legacy-key-value.ts";
import dockerfileMissingAptYes from "./dockerfile/missing-apt-yes.ts";
import dockerfileMissingFrom from "./dockerfile/missing-from.ts";
import dockerfileMissingHealthcheck from "./dockerfile/missing-healthcheck.ts";
import dockerfileMissingManagerYes from "./dockerfile/missing-manager-yes.ts";
import dockerfileMissingPipefail from "./dockerfile/missing-pipefail.ts";
import dockerfileMissingUser from "./dockerfile/missing-user.ts";
import dockerfileMultipleCmd from "./dockerfile/multiple-cmd.ts";
import dockerfilePackageCacheLeft from "./dockerfile/package-cache-left.ts";
import dockerfilePipCacheLeft from "./dockerfile/pip-cache-left.ts";
import dockerfileRedundantPlatform from "./dockerfile/redundant-platform.ts";
import dockerfileRelativeCopyTarget from "./dockerfile/relative-copy-target.ts";
import dockerfileRelativeWorkdir from "./dockerfile/relative-workdir.ts";
import dockerfileReplacedShell from "./dockerfile/replaced-shell.ts";
import dockerfileReservedStageName from "./dockerfile/reserved-stage-name.ts";
import dockerfileRootUser from "./dockerfile/root-user.ts";
import dockerfileSeveralSourcesWithoutSlash from "./dockerfile/several-sources-without-slash.ts";
import dockerfileShellFormCommand from "./dockerfile/shell-form-command.ts";
import dockerfileShellFormWithoutShell from "./dockerfile/shell-form-without-shell.ts";
import dockerfileStageNameCasing from "./dockerfile/stage-name-casing.ts";
import dockerfileSudoInRun from "./dockerfile/sudo-in-run.ts";
import dockerfileSystemWorkdir from "./dockerfile/system-workdir.ts";
import dockerfileUndefinedVariable from "./dockerfile/undefined-variable.ts";
import dockerfileUnknownFlag from "./dockerfile/unknown-flag.ts";
import dockerfileUnknownInstruction from "./dockerfile/unknown-instruction.ts";
import dockerfileUnknownStage from "./dockerfile/unknown-stage.ts";
import dockerfileUnterminatedHeredoc from "./dockerfile/unterminated-heredoc.ts";
import composeBlankInVariableName from "./compose/blank-in-variable-name.ts";
import composeBreakoutCapability from "./compose/breakout-capability.ts";
import composeConfigOrSecretSource from "./compose/config-or-secret-source.ts";
import composeConflictingLimits from "./compose/conflicting-limits.ts";
import composeContainerNameWithReplicas from "./compose/container-name-with-replicas.ts";
import composeCountWithDeviceIds from "./compose/count-with-device-ids.ts";
import composeDatabaseWithoutVolume from "./compose/database-without-volume.ts";
import composeDependencyCycle from "./compose/dependency-cycle.ts";
import composeDisabledSafeguard from "./compose/disabled-safeguard.ts";
import composeDisabledSecurityProfile from "./compose/disabled-security-profile.ts";
import composeDockerSocketMount from "./compose/docker-socket-mount.ts";
import composeDockerfileWithInline from "./compose/dockerfile-with-inline.ts";
import composeDuplicateHostPort from "./compose/duplicate-host-port.ts";
import composeDuplicateItem from "./compose/duplicate-item.ts";
import composeDuplicateMountTarget from "./compose/duplicate-mount-target.ts";
import composeExternalName from "./compose/external-name.ts";
import composeExternalWithSettings from "./compose/external-with-settings.ts";
import composeFixedPortWithReplicas from "./compose/fixed-port-with-replicas.ts";
import composeHostDevice from "./compose/host-device.ts";
import composeHostNetworkMode from "./compose/host-network-mode.ts";
import composeInvalidHealthcheckTest from "./compose/invalid-healthcheck-test.ts";
import composeInvalidInterpolation from "./compose/invalid-interpolation.ts";
import composeInvalidPortMapping from "./compose/invalid-port-mapping.ts";
import composeInvalidReplacedValue from "./compose/invalid-replaced-value.ts";
import composeInvalidValue from "./compose/invalid-value.ts";
import composeMissingBindSource from "./compose/missing-bind-source.ts";
import composeMissingCapDrop from "./compose/missing-cap-drop.ts";
import composeMissingFile from "./compose/missing-file.ts";
import composeMissingHealthcheckForCondition from "./compose/missing-healthcheck-for-condition.ts";
import composeMissingImageOrBuild from "./compose/missing-image-or-build.ts";
import composeMissingKey from "./compose/missing-key.ts";
import composeMissingNoNewPrivileges from "./compose/missing-no-new-privileges.ts";
import composeMissingProjectName from "./compose/missing-project-name.ts";
import composeMissingReadOnly from "./compose/missing-read-only.ts";
import composeMissingResourceLimits from "./compose/missing-resource-limits.ts";
import composeMissingRestartPolicy from "./compose/missing-restart-policy.ts";
import composeMissingWatchTarget from "./compose/missing-watch-target.ts";
import composeNetworkModeWithNetworks from "./compose/network-mode-with-networks.ts";
import composeObsoleteVersion from "./compose/obsolete-version.ts";
import composePlatformNotBuilt from "./compose/platform-not-built.ts";
import composePortOnAllInterfaces from "./compose/port-on-all-interfaces.ts";
import composeRootService from "./compose/root-service.ts";
import composeServiceWithoutHealthcheck from "./compose/service-without-healthcheck.ts";
import composeSharedContainerName from "./compose/shared-container-name.ts";
import composeSharedHostNamespace from "./compose/shared-host-namespace.ts";
import composeUndeclaredBuildArgument from "./compose/undeclared-build-argument.ts";
import composeUndefinedConfig from "./compose/undefined-config.ts";
import composeUndefinedModel from "./compose/undefined-model.ts";
import composeUndefinedNetwork from "./compose/undefined-network.ts";
import composeUndefinedSecret from "./compose/undefined-secret.ts";
import composeUndefinedService from "./compose/undefined-service.ts";
import composeUndefinedVolume from "./compose/undefined-volume.ts";
import composeUnknownBuildTarget from "./compose/unknown-build-target.ts";
import composeUnknownKey from "./compose/unknown-key.ts";
import composeUnquotedPort from "./compose/unquoted-port.ts";
import composeUnrotatedLogs from "./compose/unrotated-logs.ts";
import composeUnsetVariable from "./compose/unset-variable.ts";
import composeUnusedConfig from "./compose/unused-config.ts";
import composeUnusedModel from "./compose/unused-model.ts";
import composeUnusedNetwork from "./compose/unused-network.ts";
import composeUnusedSecret from "./compose/unused-secret.ts";
import composeUnusedVolume from "./compose/unused-volume.ts";
import composeWritableHostFolder from "./compose/writable-host-folder.ts";
import composeWrongType from "./compose/wrong-type.ts";
import kubernetesBlockingDisruptionBudget from "./kubernetes/blocking-disruption-budget.ts";
import kubernetesClusterAdminBinding from "./kubernetes/cluster-admin-binding.ts";
import kubernetesConflictingDisruptionBudget from "./kubernetes/conflicting-disruption-budget.ts";
import kubernetesConflictingEnvSource from "./kubernetes/conflicting-env-source.ts";
import kubernetesConflictingHostPort from "./kubernetes/conflicting-host-port.ts";
import kubernetesConflictingPrivilege from "./kubernetes/conflicting-privilege.ts";
import kubernetesConflictingServiceFields from "./kubernetes/conflicting-service-fields.ts";
import kubernetesConflictingStrategy from "./kubernetes/conflicting-strategy.ts";
import kubernetesConflictingVolumeSource from "./kubernetes/conflicting-volume-source.ts";
import kubernetesDangerousCapability from "./kubernetes/dangerous-capability.ts";
import kubernetesDanglingService from "./kubernetes/dangling-service.ts";
import kubernetesDefaultNamespace from "./kubernetes/default-namespace.ts";
import kubernetesDeprecatedApiVersion from "./kubernetes/deprecated-api-version.ts";
import kubernetesDeprecatedField from "./kubernetes/deprecated-field.ts";
import kubernetesDuplicateContainerName from "./kubernetes/duplicate-container-name.ts";
import kubernetesDuplicateEnv from "./kubernetes/duplicate-env.ts";
import kubernetesDuplicateListItem from "./kubernetes/duplicate-list-item.ts";
import kubernetesDuplicateMountPath from "./kubernetes/duplicate-mount-path.ts";
import kubernetesDuplicatePortName from "./kubernetes/duplicate-port-name.ts";
import kubernetesDuplicateServicePort from "./kubernetes/duplicate-service-port.ts";
import kubernetesDuplicateVolumeName from "./kubernetes/duplicate-volume-name.ts";
import kubernetesExternalIps from "./kubernetes/external-ips.ts";
import kubernetesFractionalMemory from "./kubernetes/fractional-memory.ts";
import kubernetesHostNamespace from "./kubernetes/host-namespace.ts";
import kubernetesHostPathVolume from "./kubernetes/host-path-volume.ts";
import kubernetesHostPort from "./kubernetes/host-port.ts";
import kubernetesHostProcess from "./kubernetes/host-process.ts";
import kubernetesIdenticalProbes from "./kubernetes/identical-probes.ts";
import kubernetesIncompleteRbacRule from "./kubernetes/incomplete-rbac-rule.ts";
import kubernetesIncompleteVolumeClaim from "./kubernetes/incomplete-volume-claim.ts";
import kubernetesInvalidBase64 from "./kubernetes/invalid-base64.ts";
import kubernetesInvalidFieldValue from "./kubernetes/invalid-field-value.ts";
import kubernetesInvalidIngress from "./kubernetes/invalid-ingress.ts";
import kubernetesInvalidLabel from "./kubernetes/invalid-label.ts";
import kubernetesInvalidName from "./kubernetes/invalid-name.ts";
import kubernetesInvalidPortName from "./kubernetes/invalid-port-name.ts";
import kubernetesInvalidProbe from "./kubernetes/invalid-probe.ts";
import kubernetesInvalidQuantity from "./kubernetes/invalid-quantity.ts";
import kubernetesInvalidReplicaRange from "./kubernetes/invalid-replica-range.ts";
import kubernetesInvalidRestartPolicy from "./kubernetes/invalid-restart-policy.ts";
import kubernetesInvalidRoleRef from "./kubernetes/invalid-role-ref.ts";
import kubernetesInvalidSchedule from "./kubernetes/invalid-schedule.ts";
import kubernetesInvalidToleration from "./kubernetes/invalid-toleration.ts";
import kubernetesKeptCapabilities from "./kubernetes/kept-capabilities.ts";
import kubernetesMismatchingSelector from "./kubernetes/mismatching-selector.ts";
import kubernetesMissingContainers from "./kubernetes/missing-containers.ts";
import kubernetesMissingCronjobDeadline from "./kubernetes/missing-cronjob-deadline.ts";
import kubernetesMissingField from "./kubernetes/missing-field.ts";
import kubernetesMissingImage from "./kubernetes/missing-image.ts";
import kubernetesMissingIngressTls from "./kubernetes/missing-ingress-tls.ts";
import kubernetesMissingJobTtl from "./kubernetes/missing-job-ttl.ts";
import kubernetesMissingLivenessProbe from "./kubernetes/missing-liveness-probe.ts";
import kubernetesMissingReadinessProbe from "./kubernetes/missing-readiness-probe.ts";
import kubernetesMissingResources from "./kubernetes/missing-resources.ts";
import kubernetesMissingSeccompProfile from "./kubernetes/missing-seccomp-profile.ts";
import kubernetesMissingServicePorts from "./kubernetes/missing-service-ports.ts";
import kubernetesMountedToken from "./kubernetes/mounted-token.ts";
import kubernetesPrivilegeEscalation from "./kubernetes/privilege-escalation.ts";
import kubernetesRemovedApiVersion from "./kubernetes/removed-api-version.ts";
import kubernetesReplicasUnderAutoscaler from "./kubernetes/replicas-under-autoscaler.ts";
import kubernetesRequestsAboveLimits from "./kubernetes/requests-above-limits.ts";
import kubernetesRiskyRole from "./kubernetes/risky-role.ts";
import kubernetesRunAsRoot from "./kubernetes/run-as-root.ts";
import kubernetesSecretAsVariable from "./kubernetes/secret-as-variable.ts";
import kubernetesSensitiveHostPath from "./kubernetes/sensitive-host-path.ts";
import kubernetesSingleReplica from "./kubernetes/single-replica.ts";
import kubernetesSystemNamespace from "./kubernetes/system-namespace.ts";
import kubernetesUndefinedDataKey from "./kubernetes/undefined-data-key.ts";
import kubernetesUndefinedProbePort from "./kubernetes/undefined-probe-port.ts";
import kubernetesUndefinedReference from "./kubernetes/undefined-reference.ts";
import kubernetesUndefinedTargetPort from "./kubernetes/undefined-target-port.ts";
import kubernetesUndefinedVolumeMount from "./kubernetes/undefined-volume-mount.ts";
import kubernetesUnknownApiVersion from "./kubernetes/unknown-api-version.ts";
import kubernetesUnknownField from "./kubernetes/unknown-field.ts";
import kubernetesUnmaskedProc from "./kubernetes/unmasked-proc.ts";
import kubernetesUnnamedServicePort from "./kubernetes/unnamed-service-port.ts";
import kubernetesUnsafeSysctl from "./kubernetes/unsafe-sysctl.ts";
import kubernetesWildcardInRbac from "./kubernetes/wildcard-in-rbac.ts";
import kubernetesWritableRootFilesystem from "./kubernetes/writable-root-filesystem.ts";
import kubernetesWrongFieldType from "./kubernetes/wrong-field-type.ts";
import dockerignoreInvalidIgnorePattern from "./dockerignore/invalid-ignore-pattern.ts";
import dockerignoreUnusedException from "./dockerignore/unused-exception.ts";
import type { Rule } from "./rule.ts";

/** Every rule. */
export const rules: readonly Rule[] = [
	containerDuplicateKey,
	containerEndOfLifeImage,
	containerIgnoreWithoutReason,
	containerInvalidConfiguration,
	containerInvalidImageReference,
	containerInvalidYaml,
	containerLatestTag,
	containerPrivilegedContainer,
	containerSecretInEnvironment,
	containerUndefinedAnchor,
	containerUnusedAnchor,
	containerUnusedIgnore,
	dockerfileAddForLocalFile,
	dockerfileApkCacheLeft,
	dockerfileAptInScript,
	dockerfileAptListsLeft,
	dockerfileAptRecommends,
	dockerfileAptUpdateAlone,
	dockerfileBrokenJsonForm,
	dockerfileCdInRun,
	dockerfileConstantPlatform,
	dockerfileCopyFromSelf,
	dockerfileDeprecatedMaintainer,
	dockerfileDistUpgrade,
	dockerfileDuplicateFlag,
	dockerfileDuplicateStage,
	dockerfileEmptyContinuation,
	dockerfileExposedSshPort,
	dockerfileForeignPackageManager,
	dockerfileFromAsCasing,
	dockerfileInstructionCasing,
	dockerfileInvalidDefaultImage,
	dockerfileInvalidDirective,
	dockerfileInvalidFlagValue,
	dockerfileInvalidMount,
	dockerfileInvalidOnbuild,
	dockerfileInvalidPort,
	dockerfileInvalidSignal,
	dockerfileInvalidSyntax,
	dockerfileLegacyKeyValue,
	dockerfileMissingAptYes,
	dockerfileMissingFrom,
	dockerfileMissingHealthcheck,
	dockerfileMissingManagerYes,
	dockerfileMissingPipefail,
	dockerfileMissingUser,
	dockerfileMultipleCmd,
	dockerfilePackageCacheLeft,
	dockerfilePipCacheLeft,
	dockerfileRedundantPlatform,
	dockerfileRelativeCopyTarget,
	dockerfileRelativeWorkdir,
	dockerfileReplacedShell,
	dockerfileReservedStageName,
	dockerfileRootUser,
	dockerfileSeveralSourcesWithoutSlash,
	dockerfileShellFormCommand,
	dockerfileShellFormWithoutShell,
	dockerfileStageNameCasing,
	dockerfileSudoInRun,
	dockerfileSystemWorkdir,
	dockerfileUndefinedVariable,
	dockerfileUnknownFlag,
	dockerfileUnknownInstruction,
	dockerfileUnknownStage,
	dockerfileUnterminatedHeredoc,
	composeBlankInVariableName,
	composeBreakoutCapability,
	composeConfigOrSecretSource,
	composeConflictingLimits,
	composeContainerNameWithReplicas,
	composeCountWithDeviceIds,
	composeDatabaseWithoutVolume,
	composeDependencyCycle,
	composeDisabledSafeguard,
	composeDisabledSecurityProfile,
	composeDockerSocketMount,
	composeDockerfileWithInline,
	composeDuplicateHostPort,
	composeDuplicateItem,
	composeDuplicateMountTarget,
	composeExternalName,
	composeExternalWithSettings,
	composeFixedPortWithReplicas,
	composeHostDevice,
	composeHostNetworkMode,
	composeInvalidHealthcheckTest,
	composeInvalidInterpolation,
	composeInvalidPortMapping,
	composeInvalidReplacedValue,
	composeInvalidValue,
	composeMissingBindSource,
	composeMissingCapDrop,
	composeMissingFile,
	composeMissingHealthcheckForCondition,
	composeMissingImageOrBuild,
	composeMissingKey,
	composeMissingNoNewPrivileges,
	composeMissingProjectName,
	composeMissingReadOnly,
	composeMissingResourceLimits,
	composeMissingRestartPolicy,
	composeMissingWatchTarget,
	composeNetworkModeWithNetworks,
	composeObsoleteVersion,
	composePlatformNotBuilt,
	composePortOnAllInterfaces,
	composeRootService,
	composeServiceWithoutHealthcheck,
	composeSharedContainerName,
	composeSharedHostNamespace,
	composeUndeclaredBuildArgument,
	composeUndefinedConfig,
	composeUndefinedModel,
	composeUndefinedNetwork,
	composeUndefinedSecret,
	composeUndefinedService,
	composeUndefinedVolume,
	composeUnknownBuildTarget,
	composeUnknownKey,
	composeUnquotedPort,
	composeUnrotatedLogs,
	composeUnsetVariable,
	composeUnusedConfig,
	composeUnusedModel,
	composeUnusedNetwork,
	composeUnusedSecret,
	composeUnusedVolume,
	composeWritableHostFolder,
	composeWrongType,
	kubernetesBlockingDisruptionBudget,
	kubernetesClusterAdminBinding,
	kubernetesConflictingDisruptionBudget,
	kubernetesConflictingEnvSource,
	kubernetesConflictingHostPort,
	kubernetesConflictingPrivilege,
	kubernetesConflictingServiceFields,
	kubernetesConflictingStrategy,
	kubernetesConflictingVolumeSource,
	kubernetesDangerousCapability,
	kubernetesDanglingService,
	kubernetesDefaultNamespace,
	kubernetesDeprecatedApiVersion,
	kubernetesDeprecatedField,
	kubernetesDuplicateContainerName,
	kubernetesDuplicateEnv,
	kubernetesDuplicateListItem,
	kubernetesDuplicateMountPath,
	kubernetesDuplicatePortName,
	kubernetesDuplicateServicePort,
	kubernetesDuplicateVolumeName,
	kubernetesExternalIps,
	kubernetesFractionalMemory,
	kubernetesHostNamespace,
	kubernetesHostPathVolume,
	kubernetesHostPort,
	kubernetesHostProcess,
	kubernetesIdenticalProbes,
	kubernetesIncompleteRbacRule,
	kubernetesIncompleteVolumeClaim,
	kubernetesInvalidBase64,
	kubernetesInvalidFieldValue,
	kubernetesInvalidIngress,
	kubernetesInvalidLabel,
	kubernetesInvalidName,
	kubernetesInvalidPortName,
	kubernetesInvalidProbe,
	kubernetesInvalidQuantity,
	kubernetesInvalidReplicaRange,
	kubernetesInvalidRestartPolicy,
	kubernetesInvalidRoleRef,
	kubernetesInvalidSchedule,
	kubernetesInvalidToleration,
	kubernetesKeptCapabilities,
	kubernetesMismatchingSelector,
	kubernetesMissingContainers,
	kubernetesMissingCronjobDeadline,
	kubernetesMissingField,
	kubernetesMissingImage,
	kubernetesMissingIngressTls,
	kubernetesMissingJobTtl,
	kubernetesMissingLivenessProbe,
	kubernetesMissingReadinessProbe,
	kubernetesMissingResources,
	kubernetesMissingSeccompProfile,
	kubernetesMissingServicePorts,
	kubernetesMountedToken,
	kubernetesPrivilegeEscalation,
	kubernetesRemovedApiVersion,
	kubernetesReplicasUnderAutoscaler,
	kubernetesRequestsAboveLimits,
	kubernetesRiskyRole,
	kubernetesRunAsRoot,
	kubernetesSecretAsVariable,
	kubernetesSensitiveHostPath,
	kubernetesSingleReplica,
	kubernetesSystemNamespace,
	kubernetesUndefinedDataKey,
	kubernetesUndefinedProbePort,
	kubernetesUndefinedReference,
	kubernetesUndefinedTargetPort,
	kubernetesUndefinedVolumeMount,
	kubernetesUnknownApiVersion,
	kubernetesUnknownField,
	kubernetesUnmaskedProc,
	kubernetesUnnamedServicePort,
	kubernetesUnsafeSysctl,
	kubernetesWildcardInRbac,
	kubernetesWritableRootFilesystem,
	kubernetesWrongFieldType,
	dockerignoreInvalidIgnorePattern,
	dockerignoreUnusedException,
];
