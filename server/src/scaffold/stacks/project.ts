import type { FolderEntry, World } from "../../core/world.ts";
import { joinPath } from "../../dockerfile/paths.ts";

/** A folder with a program in it, as far as the workspace knows it, and what the user has answered about it. */
export class Project {
	/** URI without a slash at its end. */
	readonly folder: string;
	readonly answers: Readonly<Record<string, string>>;
	readonly #world: World;

	constructor(world: World, folder: string, answers: Readonly<Record<string, string>>) {
		this.#world = world;
		this.folder = folder.replace(/\/+$/, "");
		this.answers = answers;
	}

	/** ISO date; empty where it is not known. */
	get today(): string {
		return this.#world.settings.today;
	}

	/** The folder's own name. */
	get name(): string {
		return this.folder.slice(this.folder.lastIndexOf("/") + 1);
	}

	/** Files and folders of a folder below this one; `.` is this one. */
	list(path = "."): readonly FolderEntry[] {
		const below = joinPath(undefined, path);
		return this.#world.list(below === "" ? this.folder : `${this.folder}/${below}`) ?? [];
	}

	/** Whether a file or folder is known to be there. */
	has(path: string): boolean {
		return this.#world.exists(`${this.folder}/${path}`) === true;
	}

	/** The first of these paths that is there. */
	first(...paths: readonly string[]): string | undefined {
		return paths.find((path) => this.has(path));
	}

	/** Text of a side file; empty where there is none. */
	read(path: string): string {
		return this.#world.read(`${this.folder}/${path}`) ?? "";
	}

	/** Those of these paths that are there. */
	present(...paths: readonly string[]): readonly string[] {
		return paths.filter((path) => this.has(path));
	}
}
