import fc from "fast-check";

/** The same examples in every run, so that CI says the same twice; FC_SEED=<number> looks at others. */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20261122) });
