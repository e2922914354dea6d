import type { Session } from "./session.ts";

/** Longest stretch of work between two chances for an edit or a request to be served, in milliseconds. */
const slice = 8;

/** Reads the workspace folders in, a slice at a time, so that no edit waits. */
export async function indexWorkspace(session: Session): Promise<void> {
	let started = Date.now();
	for (const folder of session.folders) {
		for await (const uri of session.files.list(folder)) {
			await session.load(uri);
			if (Date.now() - started < slice) continue;
			await session.files.pause();
			started = Date.now();
		}
	}
	session.workspace.complete = true;
	session.touch();
}
