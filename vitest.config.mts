import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/editor/**", "node_modules/**"],
		setupFiles: ["test/setup.ts"],
		testTimeout: 20_000,
	},
});
