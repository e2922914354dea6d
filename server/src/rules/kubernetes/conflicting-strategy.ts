import { isNull, mapAt, numberOrWordAt, pairAt, wordAt } from "../../kubernetes/read.ts";
import { removePair } from "../../yaml/edit.ts";
import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "conflicting-strategy",
	severity: "error",
	tags: ["correctness"],
	practice: ["K15"],
	aliases: [],
	scope: "file",
	summary: "The update strategy contradicts itself.",
	why: "The settings under `rollingUpdate` are for the type RollingUpdate only, and a rolling update needs room: either one pod more or one pod fewer than wanted. The API server refuses the workload otherwise.",
	links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy"],
	fix: { title: "Remove the settings", safety: "suggestion" },
	examples: [
		{
			path: "deployment.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    type: Recreate
    ~~rollingUpdate~~:
      maxSurge: 1
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    type: Recreate
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			message: "A strategy of type Recreate can't have settings for a rolling update.",
		},
		{
			path: "deployment.yaml",
			bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    rollingUpdate:
      maxSurge: 0
      maxUnavailable: ~~0~~
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
			shown: false,
		},
	],
	check: {
		workload({ type, object }, { text, report }) {
			const key =
				type === "Deployment"
					? "strategy"
					: type === "StatefulSet" || type === "DaemonSet"
						? "updateStrategy"
						: undefined;
			const strategy = key && mapAt(object.spec, key);
			if (!strategy) return;
			const name = wordAt(strategy, "type")?.value;
			const rolling = pairAt(strategy, "rollingUpdate");
			if (rolling && !isNull(rolling.value) && (name === "Recreate" || name === "OnDelete") && type !== "DaemonSet") {
				report(rolling.key.span, {
					message: `A strategy of type ${name} can't have settings for a rolling update.`,
					fix: () => removePair(text, strategy, rolling),
				});
				return;
			}
			const settings = mapAt(strategy, "rollingUpdate");
			const surge = numberOrWordAt(settings, "maxSurge");
			const fewer = numberOrWordAt(settings, "maxUnavailable");
			if (type === "Deployment" && surge && fewer && isZero(surge.value) && isZero(fewer.value)) {
				report(fewer.span, { message: "No pod may be added and none may be missing, so nothing can be updated." });
			}
		},
	},
});

function isZero(value: string | number): boolean {
	return /^0+%?$/.test(String(value));
}
