/** Texts of the sizes that the figures of the peers were taken with: real shapes, made here. */

/** A Dockerfile of about `lines` lines: build and runtime stages with mounts, comments and a heredoc. */
export function dockerfile(lines: number): string {
	const blocks: string[] = ["# syntax=docker/dockerfile:1", "ARG NODE_VERSION=22"];
	for (let stage = 0; blocks.length < lines - 14; stage++) {
		blocks.push(
			`FROM node:\${NODE_VERSION}-alpine AS build${stage}`,
			"WORKDIR /app",
			"# Dependencies first, so that their layer stays cached.",
			"COPY package.json package-lock.json ./",
			"RUN --mount=type=cache,target=/root/.npm \\",
			"    npm ci \\",
			"    # comments may stand between continued lines",
			"    && npm cache verify",
			"COPY . .",
			`ENV STAGE_NAME=build${stage} \\`,
			"    NODE_ENV=production",
			"RUN <<EOF",
			"set -e",
			"npm run build",
			"npm test -- --ci",
			"EOF",
			"LABEL org.opencontainers.image.title=shop",
			"",
		);
	}
	blocks.push(
		"FROM node:22-alpine",
		"WORKDIR /app",
		"ENV NODE_ENV=production",
		"COPY --from=build0 --chown=node:node /app/dist ./dist",
		"COPY --from=build0 --chown=node:node /app/node_modules ./node_modules",
		"USER node",
		"EXPOSE 3000",
		'HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "dist/health.js"]',
		'ENTRYPOINT ["node"]',
		'CMD ["dist/server.js"]',
	);
	while (blocks.length < lines) blocks.push("# end");
	return `${blocks.slice(0, lines).join("\n")}\n`;
}

/** A Compose file of 62 lines: application, database, cache, worker, proxy. */
export function compose(): string {
	const service = (name: string, port: number) => [
		`  ${name}:`,
		`    image: registry.example.com/shop/${name}:1.4.2`,
		"    restart: unless-stopped",
		"    environment:",
		`      SERVICE_NAME: ${name}`,
		"      LOG_LEVEL: info",
		"    ports:",
		`      - "127.0.0.1:${port}:8080"`,
		"    depends_on:",
		"      database:",
		"        condition: service_healthy",
		"    networks: [back]",
		"",
	];
	const text = [
		"name: shop",
		"services:",
		...service("web", 8080),
		...service("worker", 8081),
		...service("proxy", 8082),
		"  database:",
		"    image: postgres:17.2-alpine",
		"    environment:",
		"      POSTGRES_PASSWORD_FILE: /run/secrets/password",
		"    secrets: [password]",
		"    volumes:",
		"      - data:/var/lib/postgresql/data",
		"    healthcheck:",
		"      test: [CMD-SHELL, pg_isready -U postgres]",
		"      interval: 10s",
		"    networks: [back]",
		"volumes:",
		"  data:",
		"networks:",
		"  back:",
		"secrets:",
		"  password:",
		"    file: ./password.txt",
	];
	return `${text.join("\n")}\n`;
}

/** Manifests of `count` workloads, each a Deployment and a Service: 95 lines of one, some 1,950 of twenty. */
export function manifests(count: number): string {
	return Array.from({ length: count }, (_, index) => workload(`app-${index}`, 8000 + index)).join("---\n");
}

function workload(name: string, port: number): string {
	return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: shop
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
        app.kubernetes.io/part-of: shop
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 30
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: ${name}
          image: registry.example.com/shop/${name}:1.4.2
          imagePullPolicy: IfNotPresent
          ports:
            - name: http
              containerPort: ${port}
              protocol: TCP
          env:
            - name: LOG_LEVEL
              value: info
            - name: NODE_NAME
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 128Mi
          startupProbe:
            httpGet:
              path: /healthz
              port: http
            failureThreshold: 30
          livenessProbe:
            httpGet:
              path: /healthz
              port: http
            periodSeconds: 10
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 5
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 64Mi
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: shop
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
`;
}
