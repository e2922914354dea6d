import type { HealthPlan } from "./stack.ts";

/*
 * Health checks with what an image brings along. Where the path of a health endpoint is not known, any answer that is no server
 * error counts: a program without a page at `/` is healthy all the same.
 */

/** `http://127.0.0.1:<port>/`: `localhost` may be an IPv6 address that the program does not listen on. */
export function localUrl(port: string, path = "/"): string {
	return `http://127.0.0.1:${port}${path}`;
}

/** With Node.js 18 or later, or Bun; an answer of 400 to 499 will do unless `strict`. */
export function askWithNode(url: string, strict: boolean, runtime: "node" | "bun" = "node"): readonly string[] {
	const healthy = strict ? "answer.ok" : "answer.status < 500";
	return [runtime, "-e", `fetch('${url}').then((answer) => process.exit(${healthy} ? 0 : 1), () => process.exit(1))`];
}

/** With Python's own HTTP client; an answer of 400 to 499 will do unless `strict`. */
export function askWithPython(url: string, strict: boolean): readonly string[] {
	const { host, port, path } = partsOf(url);
	return [
		"python",
		"-c",
		`import http.client, sys; c = http.client.HTTPConnection('${host}', ${port}, timeout=2); c.request('GET', '${path}'); sys.exit(c.getresponse().status >= ${strict ? 400 : 500})`,
	];
}

/** With curl; any answer will do unless `strict`. */
export function askWithCurl(url: string, strict: boolean): readonly string[] {
	return ["curl", ...(strict ? ["--fail"] : []), "--silent", "--output", "/dev/null", url];
}

/** With the wget of BusyBox, which takes no answer from 400 on. */
export function askWithWget(url: string): readonly string[] {
	return ["wget", "-q", "-O", "/dev/null", url];
}

/** Brings wget into an image without it: BusyBox's musl variant is linked statically, and is wget where that is its name. */
export const bringWget: readonly string[] = [
	"# The image has no wget: this one program is for the health check.",
	"COPY --from=busybox:1.37-musl /bin/wget /usr/bin/wget",
];

function partsOf(url: string): { readonly host: string; readonly port: string; readonly path: string } {
	const match = /^https?:\/\/([^/:?#]+)(?::(\d+))?([^#]*)/.exec(url);
	return { host: match?.[1] ?? "127.0.0.1", port: match?.[2] ?? "80", path: match?.[3] || "/" };
}

/** A check of a port; none where the program listens on none. */
export function healthOf(
	port: string | undefined,
	command: (port: string) => readonly string[],
	startPeriod = "10s",
): HealthPlan {
	return port === undefined
		? { reason: "It takes no connections, so there is nothing to ask." }
		: { command: command(port), startPeriod };
}
