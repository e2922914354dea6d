import { portFormats } from "../../compose/ports.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "invalid-port-mapping",
	severity: "error",
	tags: ["correctness"],
	practice: ["C08"],
	aliases: ["compose/invalid-port"],
	scope: "file",
	summary: "This is no valid port.",
	why: "The short form of a port is `[[address:]host port:]container port[/protocol]`. Ports are numbers from 1 to 65535 or ranges of them, the address is an IP address, the protocol tcp, udp or sctp. Compose refuses anything else.",
	links: ["https://docs.docker.com/reference/compose-file/services/#ports"],
	fix: { title: "Write what is meant", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "8080:~~80800~~"\n      - "~~localhost~~:8081:81"\n',
			good: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "8080:80"\n      - "127.0.0.1:8081:81"\n',
			message: "Port 80800 does not exist: ports end at 65535.",
		},
		{
			path: "compose.yaml",
			bad: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "~~8010-8000~~:80"\n',
			good: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "8000-8010:80"\n',
			shown: false,
		},
		{
			path: "compose.yaml",
			bad: "services:\n  web:\n    image: nginx:1.29\n    ports:\n      - ${PORT:-8080}:80/~~htpp~~\n      - ${PORTS}\n",
			good: "services:\n  web:\n    image: nginx:1.29\n    ports:\n      - ${PORT:-8080}:80/tcp\n      - ${PORTS}\n",
			shown: false,
		},
	],
	check: {
		"bad-format"({ span, message, format, replacement }, { report }) {
			if (!portFormats.has(format.name)) return;
			report(span, {
				message,
				...(replacement !== undefined && {
					title: `Replace with ${replacement}`,
					fix: () => [{ span, text: replacement }],
				}),
			});
		},
	},
});
