import { kubernetesRule } from "../rule.ts";

export default kubernetesRule({
	id: "secret-as-variable",
	severity: "info",
	tags: ["security"],
	practice: ["K06"],
	aliases: ["kube-linter/read-secret-from-env-var"],
	scope: "file",
	preset: "all",
	summary: "A Secret is handed over as an environment variable.",
	why: "Variables are passed on to every child process and end up in logs and crash reports. A Secret that is mounted as a file stays where it is read, and changes without a restart.",
	links: ["https://kubernetes.io/docs/concepts/configuration/secret/"],
	examples: [
		{
			path: "pod.yaml",
			bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      env:
        - name: PASSWORD
          valueFrom:
            ~~secretKeyRef~~:
              name: db
              key: password
`,
			good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: db
          mountPath: /run/secrets/db
          readOnly: true
  volumes:
    - name: db
      secret:
        secretName: db
`,
			message: "The variable `PASSWORD` holds a Secret.",
		},
	],
	check: {
		container({ environment }, { report }) {
			for (const { name, sources } of environment) {
				for (const { value, span } of sources) {
					if (value === "secretKeyRef")
						report(span, { message: `The variable \`${name?.value ?? ""}\` holds a Secret.` });
				}
			}
		},
	},
});
