// Made by tools/kubernetes-history.ts from the official Python client of each minor; run it with those to renew this.
import type { EncodedKind } from "./table.ts";

/** Types and fields (`Type.field`) of the newest Kubernetes by the minor that brought them, separated by blanks. */
export const addedIn: Readonly<Record<number, string>> = {
	31: "CoreV1ResourceClaim.request V1FieldSelectorAttributes V1FieldSelectorRequirement V1ImageVolumeSource V1LabelSelectorAttributes V1LeaseSpec.preferredHolder V1LeaseSpec.strategy V1PodResourceClaim.resourceClaimName V1PodResourceClaim.resourceClaimTemplateName V1PodSecurityContext.supplementalGroupsPolicy V1ResourceAttributes.fieldSelector V1ResourceAttributes.labelSelector V1Volume.image V1beta1IPAddress V1beta1IPAddressSpec V1beta1ParentReference V1beta1ServiceCIDR V1beta1ServiceCIDRSpec V1beta1VolumeAttributesClass",
	32: "V1PodSecurityContext.seLinuxChangePolicy V1PodSpec.resources V1alpha1ApplyConfiguration V1alpha1JSONPatch V1alpha1MutatingAdmissionPolicy V1alpha1MutatingAdmissionPolicyBinding V1alpha1MutatingAdmissionPolicyBindingSpec V1alpha1MutatingAdmissionPolicySpec V1alpha1Mutation V1alpha2LeaseCandidate V1alpha2LeaseCandidateSpec V1beta1BasicDevice V1beta1CELDeviceSelector V1beta1Device V1beta1DeviceAttribute V1beta1DeviceCapacity V1beta1DeviceClaim V1beta1DeviceClaimConfiguration V1beta1DeviceClass V1beta1DeviceClassConfiguration V1beta1DeviceClassSpec V1beta1DeviceConstraint V1beta1DeviceRequest V1beta1DeviceSelector V1beta1OpaqueDeviceConfiguration V1beta1ResourceClaim V1beta1ResourceClaimSpec V1beta1ResourceClaimTemplate V1beta1ResourceClaimTemplateSpec V1beta1ResourcePool V1beta1ResourceSlice V1beta1ResourceSliceSpec",
	33: "V1CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds V1EndpointHints.forNodes V1ForNode V1IPAddress V1IPAddressSpec V1Lifecycle.stopSignal V1ParentReference V1ServiceCIDR V1ServiceCIDRSpec V1alpha3DeviceTaint V1alpha3DeviceTaintRule V1alpha3DeviceTaintRuleSpec V1alpha3DeviceTaintSelector V1beta1BasicDevice.allNodes V1beta1BasicDevice.consumesCounters V1beta1BasicDevice.nodeName V1beta1BasicDevice.nodeSelector V1beta1BasicDevice.taints V1beta1ClusterTrustBundle V1beta1ClusterTrustBundleSpec V1beta1Counter V1beta1CounterSet V1beta1DeviceCounterConsumption V1beta1DeviceRequest.firstAvailable V1beta1DeviceRequest.tolerations V1beta1DeviceSubRequest V1beta1DeviceTaint V1beta1DeviceToleration V1beta1LeaseCandidate V1beta1LeaseCandidateSpec V1beta1ResourceSliceSpec.perDeviceNodeSelection V1beta1ResourceSliceSpec.sharedCounters V1beta2CELDeviceSelector V1beta2Counter V1beta2CounterSet V1beta2Device V1beta2DeviceAttribute V1beta2DeviceCapacity V1beta2DeviceClaim V1beta2DeviceClaimConfiguration V1beta2DeviceClass V1beta2DeviceClassConfiguration V1beta2DeviceClassSpec V1beta2DeviceConstraint V1beta2DeviceCounterConsumption V1beta2DeviceRequest V1beta2DeviceSelector V1beta2DeviceSubRequest V1beta2DeviceTaint V1beta2DeviceToleration V1beta2ExactDeviceRequest V1beta2OpaqueDeviceConfiguration V1beta2ResourceClaim V1beta2ResourceClaimSpec V1beta2ResourceClaimTemplate V1beta2ResourceClaimTemplateSpec V1beta2ResourcePool V1beta2ResourceSlice V1beta2ResourceSliceSpec V2HPAScalingRules.tolerance",
	34: "ResourceV1ResourceClaim V1CELDeviceSelector V1CapacityRequestPolicy V1CapacityRequestPolicyRange V1CapacityRequirements V1Container.restartPolicyRules V1ContainerRestartRule V1ContainerRestartRuleOnExitCodes V1Counter V1CounterSet V1Device V1DeviceAttribute V1DeviceCapacity V1DeviceClaim V1DeviceClaimConfiguration V1DeviceClass V1DeviceClassConfiguration V1DeviceClassSpec V1DeviceConstraint V1DeviceCounterConsumption V1DeviceRequest V1DeviceSelector V1DeviceSubRequest V1DeviceTaint V1DeviceToleration V1EnvVarSource.fileKeyRef V1EphemeralContainer.restartPolicyRules V1ExactDeviceRequest V1FileKeySelector V1OpaqueDeviceConfiguration V1PodCertificateProjection V1PodSpec.hostnameOverride V1ResourceClaimSpec V1ResourceClaimTemplate V1ResourceClaimTemplateSpec V1ResourcePool V1ResourceSlice V1ResourceSliceSpec V1VolumeAttributesClass V1VolumeProjection.podCertificate V1beta1ApplyConfiguration V1beta1BasicDevice.allowMultipleAllocations V1beta1BasicDevice.bindingConditions V1beta1BasicDevice.bindingFailureConditions V1beta1BasicDevice.bindsToNode V1beta1CapacityRequestPolicy V1beta1CapacityRequestPolicyRange V1beta1CapacityRequirements V1beta1DeviceCapacity.requestPolicy V1beta1DeviceClassSpec.extendedResourceName V1beta1DeviceConstraint.distinctAttribute V1beta1DeviceRequest.capacity V1beta1DeviceSubRequest.capacity V1beta1JSONPatch V1beta1MutatingAdmissionPolicy V1beta1MutatingAdmissionPolicyBinding V1beta1MutatingAdmissionPolicyBindingSpec V1beta1MutatingAdmissionPolicySpec V1beta1Mutation V1beta2CapacityRequestPolicy V1beta2CapacityRequestPolicyRange V1beta2CapacityRequirements V1beta2Device.allowMultipleAllocations V1beta2Device.bindingConditions V1beta2Device.bindingFailureConditions V1beta2Device.bindsToNode V1beta2DeviceCapacity.requestPolicy V1beta2DeviceClassSpec.extendedResourceName V1beta2DeviceConstraint.distinctAttribute V1beta2DeviceSubRequest.capacity V1beta2ExactDeviceRequest.capacity",
	35: "V1CSIDriverSpec.serviceAccountTokenInSecrets V1GroupResource V1PodCertificateProjection.userAnnotations V1alpha3DeviceTaintRule.status V1beta1PodCertificateRequest V1beta1PodCertificateRequestSpec V1beta1StorageVersionMigration V1beta1StorageVersionMigrationSpec",
	36: "V1ApplyConfiguration V1CSIDriverSpec.preventPodSchedulingIfMissing V1Device.nodeAllocatableResourceMappings V1DeviceAttribute.bools V1DeviceAttribute.ints V1DeviceAttribute.strings V1DeviceAttribute.versions V1JSONPatch V1MutatingAdmissionPolicy V1MutatingAdmissionPolicyBinding V1MutatingAdmissionPolicyBindingSpec V1MutatingAdmissionPolicySpec V1Mutation V1NodeAllocatableResourceMapping V1PodSchedulingGroup V1PodSpec.schedulingGroup V1alpha2GangSchedulingPolicy V1alpha2PodGroup V1alpha2PodGroupResourceClaim V1alpha2PodGroupSchedulingConstraints V1alpha2PodGroupSchedulingPolicy V1alpha2PodGroupSpec V1alpha2PodGroupTemplate V1alpha2PodGroupTemplateReference V1alpha2TopologyConstraint V1alpha2TypedLocalObjectReference V1alpha2Workload V1alpha2WorkloadPodGroupTemplateReference V1alpha2WorkloadSpec V1alpha3ResourcePoolStatusRequest V1alpha3ResourcePoolStatusRequestSpec V1beta1BasicDevice.nodeAllocatableResourceMappings V1beta1DeviceAttribute.bools V1beta1DeviceAttribute.ints V1beta1DeviceAttribute.strings V1beta1DeviceAttribute.versions V1beta1NodeAllocatableResourceMapping V1beta1PodCertificateRequestSpec.stubPKCS10Request V1beta2Device.nodeAllocatableResourceMappings V1beta2DeviceAttribute.bools V1beta2DeviceAttribute.ints V1beta2DeviceAttribute.strings V1beta2DeviceAttribute.versions V1beta2DeviceTaintRule V1beta2DeviceTaintRuleSpec V1beta2DeviceTaintSelector V1beta2NodeAllocatableResourceMapping",
};

/** Kinds that newer releases no longer have, with the last minor that has them. */
export const goneKinds: readonly (readonly [number, EncodedKind])[] = [
	[
		31,
		[
			"admissionregistration.k8s.io",
			"v1alpha1",
			"ValidatingAdmissionPolicy",
			"validatingadmissionpolicies",
			0,
			"V1alpha1ValidatingAdmissionPolicy",
		],
	],
	[
		31,
		[
			"admissionregistration.k8s.io",
			"v1alpha1",
			"ValidatingAdmissionPolicyBinding",
			"validatingadmissionpolicybindings",
			0,
			"V1alpha1ValidatingAdmissionPolicyBinding",
		],
	],
	[
		33,
		[
			"admissionregistration.k8s.io",
			"v1beta1",
			"ValidatingAdmissionPolicy",
			"validatingadmissionpolicies",
			0,
			"V1beta1ValidatingAdmissionPolicy",
		],
	],
	[
		33,
		[
			"admissionregistration.k8s.io",
			"v1beta1",
			"ValidatingAdmissionPolicyBinding",
			"validatingadmissionpolicybindings",
			0,
			"V1beta1ValidatingAdmissionPolicyBinding",
		],
	],
	[
		31,
		["authentication.k8s.io", "v1alpha1", "SelfSubjectReview", "selfsubjectreviews", 0, "V1alpha1SelfSubjectReview"],
	],
	[32, ["authentication.k8s.io", "v1beta1", "SelfSubjectReview", "selfsubjectreviews", 0, "V1beta1SelfSubjectReview"]],
	[
		34,
		[
			"certificates.k8s.io",
			"v1alpha1",
			"PodCertificateRequest",
			"podcertificaterequests",
			1,
			"V1alpha1PodCertificateRequest",
		],
	],
	[31, ["coordination.k8s.io", "v1alpha1", "LeaseCandidate", "leasecandidates", 1, "V1alpha1LeaseCandidate"]],
	[31, ["flowcontrol.apiserver.k8s.io", "v1beta3", "FlowSchema", "flowschemas", 0, "V1beta3FlowSchema"]],
	[
		31,
		[
			"flowcontrol.apiserver.k8s.io",
			"v1beta3",
			"PriorityLevelConfiguration",
			"prioritylevelconfigurations",
			0,
			"V1beta3PriorityLevelConfiguration",
		],
	],
	[30, ["networking.k8s.io", "v1alpha1", "IPAddress", "ipaddresses", 0, "V1alpha1IPAddress"]],
	[30, ["networking.k8s.io", "v1alpha1", "ServiceCIDR", "servicecidrs", 0, "V1alpha1ServiceCIDR"]],
	[
		30,
		["resource.k8s.io", "v1alpha2", "PodSchedulingContext", "podschedulingcontexts", 1, "V1alpha2PodSchedulingContext"],
	],
	[30, ["resource.k8s.io", "v1alpha2", "ResourceClaim", "resourceclaims", 1, "V1alpha2ResourceClaim"]],
	[
		30,
		[
			"resource.k8s.io",
			"v1alpha2",
			"ResourceClaimParameters",
			"resourceclaimparameters",
			1,
			"V1alpha2ResourceClaimParameters",
		],
	],
	[
		30,
		[
			"resource.k8s.io",
			"v1alpha2",
			"ResourceClaimTemplate",
			"resourceclaimtemplates",
			1,
			"V1alpha2ResourceClaimTemplate",
		],
	],
	[30, ["resource.k8s.io", "v1alpha2", "ResourceClass", "resourceclasses", 0, "V1alpha2ResourceClass"]],
	[
		30,
		[
			"resource.k8s.io",
			"v1alpha2",
			"ResourceClassParameters",
			"resourceclassparameters",
			1,
			"V1alpha2ResourceClassParameters",
		],
	],
	[30, ["resource.k8s.io", "v1alpha2", "ResourceSlice", "resourceslices", 0, "V1alpha2ResourceSlice"]],
	[33, ["resource.k8s.io", "v1alpha3", "DeviceClass", "deviceclasses", 0, "V1alpha3DeviceClass"]],
	[
		31,
		["resource.k8s.io", "v1alpha3", "PodSchedulingContext", "podschedulingcontexts", 1, "V1alpha3PodSchedulingContext"],
	],
	[33, ["resource.k8s.io", "v1alpha3", "ResourceClaim", "resourceclaims", 1, "V1alpha3ResourceClaim"]],
	[
		33,
		[
			"resource.k8s.io",
			"v1alpha3",
			"ResourceClaimTemplate",
			"resourceclaimtemplates",
			1,
			"V1alpha3ResourceClaimTemplate",
		],
	],
	[33, ["resource.k8s.io", "v1alpha3", "ResourceSlice", "resourceslices", 0, "V1alpha3ResourceSlice"]],
	[35, ["scheduling.k8s.io", "v1alpha1", "Workload", "workloads", 1, "V1alpha1Workload"]],
	[
		34,
		[
			"storage.k8s.io",
			"v1alpha1",
			"VolumeAttributesClass",
			"volumeattributesclasses",
			0,
			"V1alpha1VolumeAttributesClass",
		],
	],
	[
		34,
		[
			"storagemigration.k8s.io",
			"v1alpha1",
			"StorageVersionMigration",
			"storageversionmigrations",
			0,
			"V1alpha1StorageVersionMigration",
		],
	],
];

/** Types that only older releases have; a line is a field and its type. */
export const goneTypes: Readonly<Record<string, string>> = {
	V1ClaimSource: "resourceClaimName s\nresourceClaimTemplateName s",
	V1WorkloadReference: "name s\npodGroup s\npodGroupReplicaKey s",
	V1alpha1AuditAnnotation: "key s\nvalueExpression s",
	V1alpha1GangSchedulingPolicy: "minCount i",
	V1alpha1GroupVersionResource: "group s\nresource s\nversion s",
	V1alpha1IPAddress: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1IPAddressSpec",
	V1alpha1IPAddressSpec: "parentRef @V1alpha1ParentReference",
	V1alpha1LeaseCandidate: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1LeaseCandidateSpec",
	V1alpha1LeaseCandidateSpec:
		"binaryVersion s\nemulationVersion s\nleaseName s\npingTime t\npreferredStrategies [s\nrenewTime t",
	V1alpha1ParentReference: "group s\nname s\nnamespace s\nresource s",
	V1alpha1PodCertificateRequest:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1PodCertificateRequestSpec\nstatus a",
	V1alpha1PodCertificateRequestSpec:
		"maxExpirationSeconds i\nnodeName s\nnodeUID s\npkixPublicKey s\npodName s\npodUID s\nproofOfPossession s\nserviceAccountName s\nserviceAccountUID s\nsignerName s",
	V1alpha1PodGroup: "name s\npolicy @V1alpha1PodGroupPolicy",
	V1alpha1PodGroupPolicy: "basic a\ngang @V1alpha1GangSchedulingPolicy",
	V1alpha1SelfSubjectReview: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nstatus a",
	V1alpha1ServiceCIDR: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1ServiceCIDRSpec\nstatus a",
	V1alpha1ServiceCIDRSpec: "cidrs [s",
	V1alpha1StorageVersionMigration:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1StorageVersionMigrationSpec\nstatus a",
	V1alpha1StorageVersionMigrationSpec: "continueToken s\nresource @V1alpha1GroupVersionResource",
	V1alpha1TypedLocalObjectReference: "apiGroup s\nkind s\nname s",
	V1alpha1ValidatingAdmissionPolicy:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1ValidatingAdmissionPolicySpec\nstatus a",
	V1alpha1ValidatingAdmissionPolicyBinding:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1ValidatingAdmissionPolicyBindingSpec",
	V1alpha1ValidatingAdmissionPolicyBindingSpec:
		"matchResources @V1alpha1MatchResources\nparamRef @V1alpha1ParamRef\npolicyName s\nvalidationActions [s",
	V1alpha1ValidatingAdmissionPolicySpec:
		"auditAnnotations [@V1alpha1AuditAnnotation\nfailurePolicy s\nmatchConditions [@V1alpha1MatchCondition\nmatchConstraints @V1alpha1MatchResources\nparamKind @V1alpha1ParamKind\nvalidations [@V1alpha1Validation\nvariables [@V1alpha1Variable",
	V1alpha1Validation: "expression s\nmessage s\nmessageExpression s\nreason s",
	V1alpha1VolumeAttributesClass: "apiVersion s\ndriverName s\nkind s\nmetadata @V1ObjectMeta\nparameters {s",
	V1alpha1Workload: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha1WorkloadSpec",
	V1alpha1WorkloadSpec: "controllerRef @V1alpha1TypedLocalObjectReference\npodGroups [@V1alpha1PodGroup",
	V1alpha2DriverRequests: "driverName s\nrequests [@V1alpha2ResourceRequest\nvendorParameters a",
	V1alpha2NamedResourcesAttribute:
		"bool b\nint i\nintSlice @V1alpha2NamedResourcesIntSlice\nname s\nquantity s\nstring s\nstringSlice @V1alpha2NamedResourcesStringSlice\nversion s",
	V1alpha2NamedResourcesFilter: "selector s",
	V1alpha2NamedResourcesInstance: "attributes [@V1alpha2NamedResourcesAttribute\nname s",
	V1alpha2NamedResourcesIntSlice: "ints [i",
	V1alpha2NamedResourcesRequest: "selector s",
	V1alpha2NamedResourcesResources: "instances [@V1alpha2NamedResourcesInstance",
	V1alpha2NamedResourcesStringSlice: "strings [s",
	V1alpha2PodSchedulingContext:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha2PodSchedulingContextSpec\nstatus a",
	V1alpha2PodSchedulingContextSpec: "potentialNodes [s\nselectedNode s",
	V1alpha2ResourceClaim: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha2ResourceClaimSpec\nstatus a",
	V1alpha2ResourceClaimParameters:
		"apiVersion s\ndriverRequests [@V1alpha2DriverRequests\ngeneratedFrom @V1alpha2ResourceClaimParametersReference\nkind s\nmetadata @V1ObjectMeta\nshareable b",
	V1alpha2ResourceClaimParametersReference: "apiGroup s\nkind s\nname s",
	V1alpha2ResourceClaimSpec:
		"allocationMode s\nparametersRef @V1alpha2ResourceClaimParametersReference\nresourceClassName s",
	V1alpha2ResourceClaimTemplate:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha2ResourceClaimTemplateSpec",
	V1alpha2ResourceClaimTemplateSpec: "metadata @V1ObjectMeta\nspec @V1alpha2ResourceClaimSpec",
	V1alpha2ResourceClass:
		"apiVersion s\ndriverName s\nkind s\nmetadata @V1ObjectMeta\nparametersRef @V1alpha2ResourceClassParametersReference\nstructuredParameters b\nsuitableNodes @V1NodeSelector",
	V1alpha2ResourceClassParameters:
		"apiVersion s\nfilters [@V1alpha2ResourceFilter\ngeneratedFrom @V1alpha2ResourceClassParametersReference\nkind s\nmetadata @V1ObjectMeta\nvendorParameters [@V1alpha2VendorParameters",
	V1alpha2ResourceClassParametersReference: "apiGroup s\nkind s\nname s\nnamespace s",
	V1alpha2ResourceFilter: "driverName s\nnamedResources @V1alpha2NamedResourcesFilter",
	V1alpha2ResourceRequest: "namedResources @V1alpha2NamedResourcesRequest\nvendorParameters a",
	V1alpha2ResourceSlice:
		"apiVersion s\ndriverName s\nkind s\nmetadata @V1ObjectMeta\nnamedResources @V1alpha2NamedResourcesResources\nnodeName s",
	V1alpha2VendorParameters: "driverName s\nparameters a",
	V1alpha3BasicDevice:
		"attributes {@V1alpha3DeviceAttribute\ncapacity {s\nallNodes b\nconsumesCounters [@V1alpha3DeviceCounterConsumption\nnodeName s\nnodeSelector @V1NodeSelector\ntaints [@V1alpha3DeviceTaint",
	V1alpha3CELDeviceSelector: "expression s",
	V1alpha3Counter: "value s",
	V1alpha3CounterSet: "counters {@V1alpha3Counter\nname s",
	V1alpha3Device: "basic @V1alpha3BasicDevice\nname s",
	V1alpha3DeviceAttribute: "bool b\nint i\nstring s\nversion s",
	V1alpha3DeviceClaim:
		"config [@V1alpha3DeviceClaimConfiguration\nconstraints [@V1alpha3DeviceConstraint\nrequests [@V1alpha3DeviceRequest",
	V1alpha3DeviceClaimConfiguration: "opaque @V1alpha3OpaqueDeviceConfiguration\nrequests [s",
	V1alpha3DeviceClass: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha3DeviceClassSpec",
	V1alpha3DeviceClassConfiguration: "opaque @V1alpha3OpaqueDeviceConfiguration",
	V1alpha3DeviceClassSpec:
		"config [@V1alpha3DeviceClassConfiguration\nselectors [@V1alpha3DeviceSelector\nsuitableNodes @V1NodeSelector",
	V1alpha3DeviceConstraint: "matchAttribute s\nrequests [s",
	V1alpha3DeviceCounterConsumption: "counterSet s\ncounters {@V1alpha3Counter",
	V1alpha3DeviceRequest:
		"adminAccess b\nallocationMode s\ncount i\ndeviceClassName s\nname s\nselectors [@V1alpha3DeviceSelector\nfirstAvailable [@V1alpha3DeviceSubRequest\ntolerations [@V1alpha3DeviceToleration",
	V1alpha3DeviceSelector: "cel @V1alpha3CELDeviceSelector",
	V1alpha3DeviceSubRequest:
		"allocationMode s\ncount i\ndeviceClassName s\nname s\nselectors [@V1alpha3DeviceSelector\ntolerations [@V1alpha3DeviceToleration",
	V1alpha3DeviceToleration: "effect s\nkey s\noperator s\ntolerationSeconds i\nvalue s",
	V1alpha3OpaqueDeviceConfiguration: "driver s\nparameters a",
	V1alpha3PodSchedulingContext:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha3PodSchedulingContextSpec\nstatus a",
	V1alpha3PodSchedulingContextSpec: "potentialNodes [s\nselectedNode s",
	V1alpha3ResourceClaim: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha3ResourceClaimSpec\nstatus a",
	V1alpha3ResourceClaimSpec: "controller s\ndevices @V1alpha3DeviceClaim",
	V1alpha3ResourceClaimTemplate:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha3ResourceClaimTemplateSpec",
	V1alpha3ResourceClaimTemplateSpec: "metadata @V1ObjectMeta\nspec @V1alpha3ResourceClaimSpec",
	V1alpha3ResourcePool: "generation i\nname s\nresourceSliceCount i",
	V1alpha3ResourceSlice: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1alpha3ResourceSliceSpec",
	V1alpha3ResourceSliceSpec:
		"allNodes b\ndevices [@V1alpha3Device\ndriver s\nnodeName s\nnodeSelector @V1NodeSelector\npool @V1alpha3ResourcePool\nperDeviceNodeSelection b\nsharedCounters [@V1alpha3CounterSet",
	V1beta1AuditAnnotation: "key s\nvalueExpression s",
	V1beta1SelfSubjectReview: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nstatus a",
	V1beta1ValidatingAdmissionPolicy:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1beta1ValidatingAdmissionPolicySpec\nstatus a",
	V1beta1ValidatingAdmissionPolicyBinding:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1beta1ValidatingAdmissionPolicyBindingSpec",
	V1beta1ValidatingAdmissionPolicyBindingSpec:
		"matchResources @V1beta1MatchResources\nparamRef @V1beta1ParamRef\npolicyName s\nvalidationActions [s",
	V1beta1ValidatingAdmissionPolicySpec:
		"auditAnnotations [@V1beta1AuditAnnotation\nfailurePolicy s\nmatchConditions [@V1beta1MatchCondition\nmatchConstraints @V1beta1MatchResources\nparamKind @V1beta1ParamKind\nvalidations [@V1beta1Validation\nvariables [@V1beta1Variable",
	V1beta1Validation: "expression s\nmessage s\nmessageExpression s\nreason s",
	V1beta3ExemptPriorityLevelConfiguration: "lendablePercent i\nnominalConcurrencyShares i",
	V1beta3FlowDistinguisherMethod: "type s",
	V1beta3FlowSchema: "apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1beta3FlowSchemaSpec\nstatus a",
	V1beta3FlowSchemaSpec:
		"distinguisherMethod @V1beta3FlowDistinguisherMethod\nmatchingPrecedence i\npriorityLevelConfiguration @V1beta3PriorityLevelConfigurationReference\nrules [@V1beta3PolicyRulesWithSubjects",
	V1beta3GroupSubject: "name s",
	V1beta3LimitResponse: "queuing @V1beta3QueuingConfiguration\ntype s",
	V1beta3LimitedPriorityLevelConfiguration:
		"borrowingLimitPercent i\nlendablePercent i\nlimitResponse @V1beta3LimitResponse\nnominalConcurrencyShares i",
	V1beta3NonResourcePolicyRule: "nonResourceURLs [s\nverbs [s",
	V1beta3PolicyRulesWithSubjects:
		"nonResourceRules [@V1beta3NonResourcePolicyRule\nresourceRules [@V1beta3ResourcePolicyRule\nsubjects [@V1beta3Subject",
	V1beta3PriorityLevelConfiguration:
		"apiVersion s\nkind s\nmetadata @V1ObjectMeta\nspec @V1beta3PriorityLevelConfigurationSpec\nstatus a",
	V1beta3PriorityLevelConfigurationReference: "name s",
	V1beta3PriorityLevelConfigurationSpec:
		"exempt @V1beta3ExemptPriorityLevelConfiguration\nlimited @V1beta3LimitedPriorityLevelConfiguration\ntype s",
	V1beta3QueuingConfiguration: "handSize i\nqueueLengthLimit i\nqueues i",
	V1beta3ResourcePolicyRule: "apiGroups [s\nclusterScope b\nnamespaces [s\nresources [s\nverbs [s",
	V1beta3ServiceAccountSubject: "name s\nnamespace s",
	V1beta3Subject:
		"group @V1beta3GroupSubject\nkind s\nserviceAccount @V1beta3ServiceAccountSubject\nuser @V1beta3UserSubject",
	V1beta3UserSubject: "name s",
};

/** Fields that newer releases no longer have: name, type, first and last minor. */
export const goneFields: readonly (readonly [string, string, number, number])[] = [
	["V1PodResourceClaim.source", "@V1ClaimSource", 30, 30],
	["V1PodSpec.workloadRef", "@V1WorkloadReference", 35, 35],
	["V1alpha3DeviceTaintSelector.deviceClassName", "s", 33, 34],
	["V1alpha3DeviceTaintSelector.selectors", "[@V1alpha3DeviceSelector", 33, 34],
];
