/** Whether a path of a container is absolute: `/x`, `C:\x`, `\x`. */
export function isAbsolute(path: string): boolean {
	return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
}

/** A path put after the folder it starts at; `.` and `..` taken out. Works on `/` and leaves Windows paths as they are. */
export function joinPath(folder: string | undefined, path: string): string {
	if (/\\|^[A-Za-z]:/.test(path) || folder?.includes("\\")) {
		return isAbsolute(path) || folder === undefined ? path : `${folder}\\${path}`;
	}
	const whole = isAbsolute(path) || folder === undefined ? path : `${folder}/${path}`;
	const parts: string[] = [];
	for (const part of whole.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== "" && part !== ".") parts.push(part);
	}
	return (whole.startsWith("/") ? "/" : "") + parts.join("/");
}
