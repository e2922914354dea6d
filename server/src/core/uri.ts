/*
 * The few things the core needs to know of URIs; it has no `URL` and no `path`. URIs are as LSP writes them: `file:///a/b%20c`.
 */

/** The URI that `path`, as written in the file `from`, stands for: absolute paths replace the path, relative ones start at its folder. */
export function resolveUri(from: string, path: string): string {
	if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return path;
	const forward = path.replaceAll("\\", "/");
	const { root, path: fromPath } = splitUri(from);
	const drive = /^[a-z]:\//i.test(forward);
	const base = forward.startsWith("/") || drive ? "" : folderOf(fromPath);
	const segments: string[] = [];
	for (const segment of `${base}/${encodePath(forward)}`.split("/")) {
		if (segment === "..") segments.pop();
		else if (segment !== "" && segment !== ".") segments.push(segment);
	}
	return `${root}/${segments.join("/")}`;
}

/** Path of the folder that holds a file, without a slash at the end; works on URIs too. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The last segment of a path or URI, decoded. */
export function baseName(uri: string): string {
	return decode(uri.slice(uri.lastIndexOf("/") + 1));
}

/** `path` as seen from the folder `folder`, both URIs; undefined where it lies outside. */
export function relativeTo(folder: string, uri: string): string | undefined {
	const prefix = folder.endsWith("/") ? folder : `${folder}/`;
	return uri.startsWith(prefix) ? decode(uri.slice(prefix.length)) : undefined;
}

function splitUri(uri: string): { root: string; path: string } {
	const match = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(.*)$/i.exec(uri);
	return match ? { root: match[1] as string, path: match[2] as string } : { root: "", path: uri };
}

/** Percent-encodes as VS Code does: everything but letters, digits, `-._~/`. */
function encodePath(path: string): string {
	return path
		.split("/")
		.map((segment) =>
			encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
		)
		.join("/");
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
