/*
 * The part of playwright-core that is used here. The package itself is installed beside the embedded editor, not among the
 * project's, so its own types are not always there.
 */

export interface BrowserType {
	launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser>;
}

export interface Browser {
	newPage(options?: { viewport?: { width: number; height: number }; deviceScaleFactor?: number }): Promise<Page>;
	close(): Promise<void>;
}

export interface Page {
	readonly keyboard: {
		press(key: string): Promise<void>;
		type(text: string, options?: { delay: number }): Promise<void>;
	};
	readonly mouse: { move(x: number, y: number): Promise<void> };
	goto(url: string): Promise<unknown>;
	exposeFunction(name: string, run: (...args: never[]) => unknown): Promise<void>;
	screenshot(options: {
		path: string;
		clip?: { x: number; y: number; width: number; height: number };
	}): Promise<unknown>;
	locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
	getByRole(role: string, options: { name: string | RegExp; exact?: boolean }): Locator;
	waitForTimeout(milliseconds: number): Promise<void>;
	close(): Promise<void>;
}

export interface Locator {
	first(): Locator;
	last(): Locator;
	nth(index: number): Locator;
	locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
	waitFor(options?: { state?: "visible" | "hidden" | "attached"; timeout?: number }): Promise<void>;
	click(options?: { force?: boolean; timeout?: number }): Promise<void>;
	dblclick(): Promise<void>;
	hover(options?: { force?: boolean; timeout?: number; position?: { x: number; y: number } }): Promise<void>;
	fill(text: string): Promise<void>;
	press(key: string): Promise<void>;
	count(): Promise<number>;
	allInnerTexts(): Promise<string[]>;
	textContent(): Promise<string | null>;
	getAttribute(name: string): Promise<string | null>;
	boundingBox(): Promise<{ x: number; y: number; width: number; height: number } | null>;
}

export declare const chromium: BrowserType;
