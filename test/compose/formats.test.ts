import { describe, expect, test } from "vitest";
import * as formats from "../../server/src/compose/formats.ts";
import type { Format } from "../../server/src/schema/type.ts";
import { projectOf } from "./project.ts";

type FormatName = {
	[K in keyof typeof formats]: (typeof formats)[K] extends Format ? K : never;
}[keyof typeof formats];

const all = new Map<string, unknown>(Object.entries(formats));

function formatNamed(name: string): Format {
	return all.get(name) as Format;
}

/** Values that follow the grammar; values that do not, the wrong part between `~~`, with what to write instead after `→`. */
const cases: Readonly<
	Partial<Record<FormatName, { readonly right: readonly string[]; readonly wrong: readonly string[] }>>
> = {
	booleanWord: { right: ["true", "False", "${DEBUG}"], wrong: ["~~yes~~→true", "~~off~~→false", "~~maybe~~"] },
	duration: { right: ["1m30s", "10ms", "1h5m30s20ms", "2w"], wrong: ["~~30~~→30s", "5~~sec~~→s", "~~soon~~"] },
	byteSize: { right: ["512m", "1.5gb", "64MiB", "2048", "300k"], wrong: ["512~~Mi~~→m", "~~lots~~"] },
	memoryLimit: { right: ["512m", "6m", "0"], wrong: ["~~512~~", "~~4m~~"] },
	byteSizeOrUnlimited: { right: ["-1", "1g"], wrong: ["~~-2~~"] },
	cpuAmount: { right: ["0.5", "2", "1e-1", ".25"], wrong: ["~~500m~~→0.5", "~~-1~~", "~~half~~"] },
	cpuSet: { right: ["0-3", "0,1", "0-3,5"], wrong: ["0-3,~~x~~", "~~3-0~~→0-3", "0,~~~~"] },
	cpuTime: { right: ["95000", "1400us"], wrong: ["~~often~~"] },
	fileMode: { right: ["0440", "0o440", "288"], wrong: ["~~0888~~", "~~rw-r--r--~~"] },
	ratio: { right: ["0.3", "0", "1"], wrong: ["~~1.5~~", "~~30%~~"] },
	deviceCount: { right: ["all", "2"], wrong: ["~~some~~"] },
	restartPolicy: {
		right: ["no", "always", "on-failure", "on-failure:3", "unless-stopped"],
		wrong: [
			"~~onfailure~~→on-failure",
			"~~unless-stoped~~→unless-stopped",
			"~~always:3~~→always",
			"~~on-failure:x~~→on-failure:3",
		],
	},
	signal: { right: ["SIGTERM", "QUIT", "9", "SIGRTMIN+3"], wrong: ["~~SIGTRM~~→SIGTERM", "~~99~~"] },
	userName: { right: ["root", "1000:1000", "app:staff", ""], wrong: ["1000~~:~~", "a:b~~:c~~"] },
	healthTest: { right: ["curl -f http://localhost || exit 1"], wrong: ["~~CMD~~ curl -f x", "~~CMD-SHELL~~ true"] },
	environmentItem: {
		right: ["A=1", "A", "A=", 'A=say "hi"', "A=${B}"],
		wrong: ["~~=~~1", 'A=~~"x"~~→x', "A=~~''~~→"],
	},
	environmentName: { right: ["A_B"], wrong: ["A~~=1~~"] },
	labelItem: { right: ["com.example.a=1", "com.example.b"], wrong: ["~~com.docker.compose~~.project=x", "~~=~~x"] },
	sysctlItem: { right: ["net.core.somaxconn=1024"], wrong: ["~~net.core.somaxconn~~"] },
	capability: {
		right: ["ALL", "NET_ADMIN", "CAP_NET_ADMIN", "net_admin"],
		wrong: ["~~NET_ADMN~~→NET_ADMIN", "~~ROOT~~"],
	},
	securityOption: {
		right: [
			"no-new-privileges",
			"no-new-privileges:true",
			"no-new-privileges=false",
			"seccomp:./p.json",
			"label=disable",
		],
		wrong: ["~~no-new-privilege~~:true→no-new-privileges", "no-new-privileges:~~yes~~", "~~seccomp~~"],
	},
	pidMode: { right: ["host", "service:web", "container:x"], wrong: ["~~hst~~→host", "~~service:~~"] },
	ipcMode: { right: ["shareable", "none", "service:a"], wrong: ["~~sharable~~→shareable"] },
	utsMode: { right: ["host"], wrong: ["~~hosts~~→host"] },
	userNamespaceMode: { right: ["host", "keep-id:uid=1000"], wrong: ["~~hots~~→host"] },
	networkMode: { right: ["host", "none", "my-network", "service:web"], wrong: ["~~service:~~", "~~container:~~"] },
	deviceRule: { right: ["c 1:3 mr", "a 7:* rmw"], wrong: ["~~c 1 rw~~"] },
	devicePermissions: { right: ["rwm", "r"], wrong: ["~~rx~~"] },
	deviceMapping: {
		right: ["/dev/a", "/dev/a:/dev/b", "/dev/a:/dev/b:rw", "vendor.com/class=gpu"],
		wrong: ["/dev/a:/dev/b:~~x~~", "~~a:b:c:d~~", "~~:/dev/b~~"],
	},
	ulimitName: { right: ["nofile"], wrong: ["~~nofiles~~→nofile", "~~openfiles~~"] },
	ulimitValue: { right: ["65535", "-1"], wrong: ["~~-2~~", "~~many~~"] },
	portMapping: {
		right: [
			"3000",
			"3000-3005",
			"8000:8000",
			"9090-9091:8080-8081",
			"8000-9000:80",
			"127.0.0.1:8001:8001",
			"::1:6000:6000",
			"[::1]:6001:6001",
			"6060:6060/udp",
			"${PORT:-80}:80",
			"127.0.0.1::80",
		],
		wrong: [
			"8080:~~99999~~",
			"8080:80/~~tpc~~",
			"80-90:~~80-79~~→79-80",
			"~~8000-8002:80-81~~",
			"~~x~~:80",
			"~~300.0.0.1~~:80:80",
			"${PORT}:~~eighty~~",
		],
	},
	exposedPort: { right: ["3000", "8080-8085/tcp"], wrong: ["~~web~~", "80/~~icmp~~"] },
	portNumber: { right: ["80"], wrong: ["~~80-90~~", "~~70000~~"] },
	portRange: { right: ["80", "8000-9000"], wrong: ["~~9000-8000~~→8000-9000"] },
	volumeMapping: {
		right: [
			"/data",
			"db:/data",
			"./a:/b:ro",
			"~/x:/y:ro,z",
			"C:\\data:/data",
			"c:/x:/y:rw",
			"${DIR}:/x",
			"/host:/x:subpath=a",
		],
		wrong: ["db:~~data~~", "a:/b:~~read~~", "src:/b:ro~~:x~~", "data~~:~~:/b"],
	},
	mountTarget: { right: ["/x", "C:\\x"], wrong: ["~~x/y~~"] },
	tmpfsMount: { right: ["/tmp", "/run:mode=755,size=16m"], wrong: ["~~tmp~~", "/tmp:~~siz~~=1m→size"] },
	volumesFromItem: { right: ["web", "web:ro", "container:x:rw"], wrong: ["web:~~r~~", "~~container:~~"] },
	ipAddress: { right: ["8.8.8.8", "2001:db8::1"], wrong: ["~~8.8.8~~", "~~dns~~"] },
	ipv4Address: { right: ["10.0.0.1"], wrong: ["~~::1~~"] },
	ipv6Address: { right: ["2001:db8::10"], wrong: ["~~10.0.0.1~~"] },
	hostAddress: { right: ["host-gateway", "10.0.0.1", "[::1]"], wrong: ["~~localhost~~"] },
	extraHostItem: {
		right: ["a=10.0.0.1", "a:10.0.0.1", "a=[::1]", "a:::1", "host.docker.internal=host-gateway"],
		wrong: ["~~a~~", "~~=~~10.0.0.1", "a=~~gateway~~"],
	},
	hostName: { right: ["web-1", "a.b.c", "my_host"], wrong: ["my~~ ~~host"] },
	domainName: { right: ["example.com", "."], wrong: ["a~~/~~b"] },
	macAddress: {
		right: ["02:42:ac:11:00:02", "02-42-AC-11-00-02", "0242.ac11.0002"],
		wrong: ["~~02:42:ac:11:00~~", "~~02:42-ac:11:00:02~~"],
	},
	interfaceName: { right: ["eth0"], wrong: ["eth~~/~~0", "averylonginterf~~ace~~"] },
	subnet: {
		right: ["172.28.0.0/16", "2001:db8::/64", "10.0.0.0/8"],
		wrong: ["~~172.28.0.1~~/16→172.28.0.0", "~~172.28.0.0~~", "172.28.0.0/~~33~~", "~~net~~/8"],
	},
	linkItem: { right: ["db", "db:database"], wrong: ["db~~:~~", "~~a:b:c~~", "~~:x~~"] },
	imageName: {
		right: [
			"nginx",
			"postgres:17.6",
			`ghcr.io/a/b:1@sha256:${"0".repeat(64)}`,
			"localhost:5000/x",
			"a/b",
			"${IMAGE}:1",
		],
		wrong: ["~~Nginx~~:1→nginx", "nginx~~:~~", "my~~ ~~image", "~~-x~~"],
	},
	platform: {
		right: ["linux/amd64", "linux/arm64/v8", "windows/amd64", "linux", "darwin"],
		wrong: ["~~linx~~/amd64→linux", "linux~~ ~~amd64", "~~linux/~~", "~~a/b/c/d~~"],
	},
	pullPolicy: {
		right: ["always", "missing", "daily", "every_12h", "every_1w2d"],
		wrong: ["~~alway~~→always", "~~every_month~~"],
	},
	containerName: { right: ["web-1", "a_b.c"], wrong: ["~~-~~web", "my~~ ~~app", "~~a~~"] },
	projectName: { right: ["shop", "shop_1-a"], wrong: ["~~My Shop~~→myshop", "~~_x~~→x"] },
	sshItem: { right: ["default", "id=~/.ssh/id"], wrong: ["~~mykey~~"] },
	additionalContextItem: { right: ["a=../a", "b=docker-image://x"], wrong: ["~~a~~", "~~=~~a"] },
	placementConstraint: {
		right: ["node.role==manager", "node.labels.a != b"],
		wrong: ["disktype~~=~~ssd→==", "~~node.role~~"],
	},
};

describe.each(Object.entries(cases))("%s", (name, { right, wrong }) => {
	const format = formatNamed(name);

	test.each(right)("takes %j", (value) => {
		expect(format.check(value)).toBeUndefined();
	});

	test.each(wrong)("refuses %j", (marked) => {
		const [written = "", replacement] = marked.split("→");
		const value = written.replaceAll("~~", "");
		const problem = format.check(value);
		expect(problem).toBeDefined();
		if (!problem) return;
		const { start, end } = problem.span;
		expect(`${value.slice(0, start)}~~${value.slice(start, end)}~~${value.slice(end)}`).toBe(written);
		expect(problem.replacement).toBe(replacement);
		expect(problem.message).toMatch(/^\S.*\.$/s);
	});
});

test.each<[FormatName, string, string]>([
	["portMapping", "8080:80", "every interface, host port 8080 → container port 80 (tcp); 80 is usually HTTP"],
	[
		"portMapping",
		"127.0.0.1:5432:5432",
		"this machine only (127.0.0.1), host port 5432 → container port 5432 (tcp); 5432 is usually PostgreSQL",
	],
	["portMapping", "8000-8010:8000-8010/udp", "every interface, host ports 8000-8010 → container ports 8000-8010 (udp)"],
	["portMapping", "9999", "every interface, a free host port → container port 9999 (tcp)"],
	["volumeMapping", "db-data:/var/lib:ro", "the volume db-data → /var/lib in the container (read-only)"],
	["volumeMapping", "./src:/app", "./src of the host → /app in the container (writable)"],
	["volumeMapping", "/cache", "a new anonymous volume → /cache in the container (writable)"],
	["duration", "1m30s", "1 minute 30 seconds"],
	["memoryLimit", "512m", "512 MiB (536,870,912 bytes)"],
	["cpuAmount", "0.25", "a quarter of a core"],
	["cpuAmount", "1.5", "1.5 cores"],
	["cpuSet", "0-3,5", "processors 0 to 3 and 5"],
	["fileMode", "0440", "owner: read; group: read; others: nothing"],
	["restartPolicy", "on-failure:3", "After an exit code other than 0, at most 3 times."],
	["networkMode", "service:vpn", "The network of the service vpn"],
	["pullPolicy", "every_12h", "When the last fetch is more than 12 hours ago."],
	["subnet", "172.28.0.0/16", "65,534 addresses, 172.28.0.1 to 172.28.255.254"],
	["extraHostItem", "host.docker.internal=host-gateway", "host.docker.internal is the host itself"],
	["imageName", "library/nginx:1.29", "nginx from Docker Hub, tag 1.29"],
	["userName", "1000:1000", "the user with number 1000, in the group with number 1000"],
	["capability", "cap_sys_time", "Set the clock of the host."],
	["tmpfsMount", "/run:size=16m", "memory at /run, at most 16 MiB"],
	["deviceMapping", "/dev/a:/dev/b:rw", "/dev/a of the host → /dev/b in the container (read, write)"],
])("%s explains %j", (name, value, words) => {
	expect(formatNamed(name).explain?.(value)).toBe(words);
});

test("what a format suggests follows it", () => {
	for (const format of all.values() as Iterable<Format | (() => Format)>) {
		if (typeof format === "function" || !("check" in format)) continue;
		for (const { value, doc } of format.suggestions ?? []) {
			// Some are the beginning of a value.
			if (/[=.]$/.test(value) || format === formats.sysctlItem) continue;
			expect(format.check(value), `${format.name}: ${value}`).toBeUndefined();
			expect(doc, value).toBeTruthy();
		}
	}
});

test("what stands beside a variable is checked", () => {
	const { model } = projectOf(
		'services:\n  web:\n    ports:\n      - "${PORT}:99999"\n      - "${PORT}:80"\n    mem_limit: ${MEMORY}x\n',
	);
	const found = model.nodes.filter(({ kind }) => kind === "bad-format");
	expect(found.map(({ span }) => model.text.slice(span.start, span.end))).toEqual(["99999"]);
});
