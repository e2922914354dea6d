import { composeRule } from "../rule.ts";

const socket = /(?:^|\/)(?:docker|podman|containerd|crio)\.sock$|^\/\/\.\/pipe\/docker_engine$/;

export default composeRule({
	id: "docker-socket-mount",
	severity: "warning",
	tags: ["security"],
	practice: ["C10"],
	aliases: ["compose-lint/CL-0001"],
	scope: "file",
	summary: "The container gets the socket of the container engine.",
	why: "Whoever can write to the engine's socket can start a privileged container with the host's root folder in it: this is root on the machine, and `:ro` does not change it, since requests go through the socket all the same. Give the service a proxy that lets only the calls it needs through, or use a rootless engine.",
	links: ["https://docs.docker.com/engine/security/#docker-daemon-attack-surface"],
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  proxy:\n    image: traefik:v3.5\n    volumes:\n      - ~~/var/run/docker.sock~~:/var/run/docker.sock:ro\n",
			good: "services:\n  proxy:\n    image: traefik:v3.5\n    environment:\n      DOCKER_HOST: tcp://socket-proxy:2375\n",
			message: "`proxy` gets the engine's socket, and with it the host.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  ci:\n    image: example/ci:3.2\n    volumes:\n      - type: bind\n        source: ~~/run/docker.sock~~\n        target: /var/run/docker.sock\n",
			good: "services:\n  ci:\n    image: example/ci:3.2\n",
			shown: false,
		},
	],
	check: {
		mount({ service, source, type }, { report }) {
			if (!source || (type !== "bind" && type !== "npipe" && type !== undefined) || !socket.test(source.text)) return;
			report(source.span, { message: `\`${service}\` gets the engine's socket, and with it the host.` });
		},
	},
});
