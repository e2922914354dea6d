/** Names of the grammars that read ports: what does not follow them is an `invalid-port-mapping`. */
export const portFormats: ReadonlySet<string> = new Set(["port mapping", "port", "port range"]);
