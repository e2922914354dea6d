/** The only port to what is stored: the disk on the desktop, the client in a browser. */
export interface Files {
	/** URIs of all files below a folder that may matter, walked without blocking; large and generated folders are left out. */
	list(folder: string): AsyncIterable<string>;
	/** Text of a file; undefined where it can't be read, is not text, or is larger than the models take. */
	read(uri: string): Promise<string | undefined>;
	/** Lets waiting messages be served. */
	pause(): Promise<void>;
}
