/** When this extension's code began to run, in milliseconds; imported first, so that loading the rest is counted too. */
export const loadedAt = performance.now();
