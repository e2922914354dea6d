/** A good practice that the project brings into the editor; rules name those they serve. */
export interface Practice {
	readonly id: string;
	readonly title: string;
}

/** Dockerfiles and images (D), Compose files (C), Kubernetes manifests (K), across files and beyond them (X). */
export const practices: readonly Practice[] = [
	{ id: "D01", title: "Start from the right base image: official, minimal (slim, alpine, distroless, chiselled)" },
	{
		id: "D02",
		title:
			"Keep images small: no package caches, no recommended extras, merged layers, no archive copied only to be unpacked",
	},
	{ id: "D03", title: "Multi-stage builds: compilers and dev dependencies stay out of the final stage" },
	{
		id: "D04",
		title:
			"Label images (OCI annotation keys `org.opencontainers.image.*`; well-formed values; no deprecated MAINTAINER)",
	},
	{ id: "D05", title: "Pin versions: meaningful tags, never `latest`, digests where reproducibility matters" },
	{
		id: "D06",
		title:
			"Pin what is installed (apt, apk, yum/dnf, zypper, pip, npm, gem, go install), exact dependency versions, lock files",
	},
	{
		id: "D07",
		title: "Keep images current: end-of-life base images are reported with their date and the release to move to",
	},
	{ id: "D08", title: "Private or trusted registries for sensitive images (an allow list in the configuration)" },
	{
		id: "D09",
		title: "Sign and verify what is pulled: digests, checksums for ADD and downloads, signature scaffolds for CI",
	},
	{
		id: "D10",
		title: "No secrets in images: ARG, ENV, COPY of key files, tokens in RUN; build secrets mounts instead",
	},
	{ id: "D11", title: "Run as a non-root user, by number where Kubernetes must check it" },
	{
		id: "D12",
		title: "A small build context: a `.dockerignore` that fits what COPY uses, with its own language support",
	},
	{ id: "D13", title: "Order for the layer cache: manifests before sources, cache mounts, rarely changed first" },
	{ id: "D14", title: "Health checks in the image" },
	{
		id: "D15",
		title: "Signals and PID 1: exec form, one ENTRYPOINT and CMD, STOPSIGNAL, an init where a shell would be PID 1",
	},
	{
		id: "D16",
		title: "A robust shell in RUN: pipefail, no sudo, no interactive tools, `cd` as WORKDIR, what ShellCheck reports",
	},
	{ id: "D17", title: "Absolute WORKDIR, valid ports, valid flags, names and stages that exist, no shadowed names" },
	{ id: "D18", title: "Static analysis of Dockerfiles: everything Hadolint and the builder's own checks report" },
	{
		id: "D19",
		title:
			"Scan images for known vulnerabilities (Trivy, Clair, Grype, Docker Scout, Docker Bench): in CI scaffolds, and as a command when the scanner is installed",
	},
	{
		id: "D20",
		title:
			"Language stacks done right: Python (Django, FastAPI), Node.js, Go, Java, .NET, Rust, PHP, Ruby, static sites",
	},
	{
		id: "C01",
		title: "Valid against the Compose specification: keys, types, short and long forms, obsolete `version`",
	},
	{
		id: "C02",
		title: "Services, networks, volumes, configs, secrets, models: each reference resolves, each definition is used",
	},
	{
		id: "C03",
		title:
			"Configuration from the environment: interpolation that resolves (`.env`, defaults), no secrets in clear text, `secrets:` instead",
	},
	{
		id: "C04",
		title: "Reuse: `extends`, `include`, anchors, override files, profiles; cycles and missing files are reported",
	},
	{ id: "C05", title: "Persistent data on named volumes: a database without one loses data" },
	{ id: "C06", title: "Start order on health: `healthcheck` and `depends_on.condition`" },
	{ id: "C07", title: "Restart policies, resource limits, stop grace, logging driver with rotation" },
	{
		id: "C08",
		title: "User-defined networks that isolate; published ports bound to the right interface; host port conflicts",
	},
	{ id: "C09", title: "Scalable services: no `container_name` or fixed host port where replicas are asked for" },
	{
		id: "C10",
		title:
			"Least privilege: no `privileged`, no Docker socket, dropped capabilities, read-only root, no host namespaces",
	},
	{ id: "C11", title: "Pinned images; `build` that fits its Dockerfile (target, args, context, platforms)" },
	{
		id: "C12",
		title:
			"A whole development stack in one file (app, PostgreSQL, MySQL, MongoDB, Redis, worker, proxy) with `develop.watch`",
	},
	{ id: "C13", title: "The way to the cluster: Kubernetes manifests generated from a Compose file" },
	{
		id: "K01",
		title:
			"Validate before applying: API schema of the chosen Kubernetes version, what the API server's own validation rejects, deprecated and removed APIs, CRDs of the workspace; a dry-run command where kubectl is installed",
	},
	{
		id: "K02",
		title:
			"Descriptive metadata: names, namespaces, recommended labels (`app.kubernetes.io/*`), well-formed annotations",
	},
	{ id: "K03", title: "Small composable files: split a multi-document file, one resource a file" },
	{
		id: "K04",
		title: "Variables and templating: Helm templates and values, Kustomize overlays, understood and not misreported",
	},
	{ id: "K05", title: "Strategic merge patches that hit their target" },
	{
		id: "K06",
		title:
			"Sensitive data outside manifests: no clear-text secrets in env, ConfigMaps or Secrets; Secret references, External Secrets, Sealed Secrets, Vault",
	},
	{ id: "K07", title: "CPU and memory requests and limits, sound quantities" },
	{ id: "K08", title: "Liveness, readiness and startup probes that fit the container's ports" },
	{
		id: "K09",
		title:
			"Pod security: non-root, no privilege escalation, dropped capabilities, seccomp, read-only root; Pod Security Standards levels",
	},
	{
		id: "K10",
		title:
			"Least-privilege RBAC: no wildcards, no cluster-admin bindings, roles that exist, service accounts, token automount",
	},
	{
		id: "K11",
		title: "Isolation: namespaces, NetworkPolicies (default deny), sandboxed runtimes (gVisor, Kata) by RuntimeClass",
	},
	{
		id: "K12",
		title:
			"Services and selectors that match workloads, ports that exist, Ingress and Gateway routes whose backends exist, TLS",
	},
	{
		id: "K13",
		title:
			"Horizontal and vertical autoscaling: targets that exist, requests present, no fixed replicas under an HPA, custom metrics, KEDA",
	},
	{
		id: "K14",
		title: "Availability: replicas, PodDisruptionBudgets that can be met, topology spread and anti-affinity, priority",
	},
	{
		id: "K15",
		title: "Rolling updates, blue-green and canary: strategy, minReadySeconds, preStop and termination grace",
	},
	{
		id: "K16",
		title:
			"Stateful workloads: StatefulSet with a headless Service, PV, PVC, storage classes and access modes that fit, cloud volumes",
	},
	{
		id: "K17",
		title:
			"Databases: PostgreSQL, MySQL, MongoDB, Redis, Cassandra as StatefulSets, or a managed database behind an ExternalName Service",
	},
	{ id: "K18", title: "ConfigMaps and Secrets: references and keys that exist" },
	{ id: "K19", title: "ResourceQuotas and LimitRanges" },
	{ id: "K20", title: "Jobs and CronJobs: schedule, history, deadline, concurrency, restart policy" },
	{ id: "K21", title: "Images: pinned tag or digest, pull policy and pull secrets that fit, allowed registries" },
	{ id: "K22", title: "Service mesh: Istio and Linkerd resources, named ports, mutual TLS" },
	{
		id: "K23",
		title:
			"Monitoring, logging and tracing: Prometheus ServiceMonitor and rules, Grafana dashboards, Fluent Bit, Loki, OpenTelemetry, Jaeger",
	},
	{ id: "K24", title: "Backup and recovery: Velero schedules, volume snapshots" },
	{ id: "K25", title: "GitOps: Argo CD Applications, Flux Kustomizations and HelmReleases, paths that exist" },
	{ id: "K26", title: "Serverless and beyond: Knative and Cloud Run services, WebAssembly runtime classes, edge" },
	{
		id: "X01",
		title:
			"The same facts agree everywhere: EXPOSE, Compose ports, containerPort, Service targetPort, probe ports; USER and runAsNonRoot; HEALTHCHECK and probes",
	},
	{ id: "X02", title: "CI/CD: build, test, scan, sign, push and deploy for GitHub Actions, GitLab CI, Jenkins" },
	{
		id: "X03",
		title: "The same checks in the editor, on the command line, in CI (SARIF, annotations) and before a commit",
	},
	{ id: "X04", title: "Comments where a purpose is not clear: suppressing a rule asks for a reason" },
	{ id: "X05", title: "Teaching: every rule says why, shows bad and good, and links the practice" },
	{ id: "X06", title: "Dependency updates: Dependabot or Renovate configuration for images" },
];
