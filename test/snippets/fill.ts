/** What a snippet's body becomes when every tab stop keeps its default. Grammar: VS Code's snippet syntax, as far as used here. */
export function fill(body: readonly string[]): string {
	const text = body.join("\n");
	const defaults = new Map(
		[...text.matchAll(/\$\{(\d+):((?:\\.|[^\\}])*)\}/g)].map(([, stop, value = ""]) => [stop, value]),
	);
	return text
		.replace(/\$\{(\d+)(?::(?:\\.|[^\\}])*)?\}|(?<!\\)\$(\d+)/g, (_, braced?: string, plain?: string) => {
			const stop = braced ?? plain;
			return stop === "0" ? "" : (defaults.get(stop ?? "") ?? "");
		})
		.replace(/\\([\\$}])/g, "$1");
}
