import { dataFolder } from "../../compose/databases.ts";
import { wholeService } from "../../compose/hardening.ts";
import type { ComposeModel, Service } from "../../compose/nodes.ts";
import { insertItem, setKey, setPath } from "../../yaml/edit.ts";
import { pairOf, type YamlMap } from "../../yaml/tree.ts";
import { composeRule } from "../rule.ts";

export default composeRule({
	id: "database-without-volume",
	severity: "info",
	tags: ["reliability"],
	practice: ["C05"],
	aliases: [],
	scope: "file",
	summary: "The database keeps its data in the container, where `docker compose down` leaves it behind.",
	why: "What a container writes outside a named volume or a folder of the host is gone for the next container. A database therefore mounts one at the folder that holds its data; for a test database that is meant to forget, a `tmpfs` there says so.",
	fix: { title: "Add a named volume", safety: "suggestion" },
	examples: [
		{
			path: "compose.yaml",
			bad: "services:\n  db:\n    image: ~~postgres:17~~\n",
			good: "services:\n  db:\n    image: postgres:17\n    volumes:\n      - db-data:/var/lib/postgresql/data\nvolumes:\n  db-data: {}\n",
			message: "The data of `db` in /var/lib/postgresql/data is on no volume.",
		},
		{
			path: "compose.yaml",
			bad: "services:\n  store:\n    image: ~~mongo:8~~\n    volumes:\n      - ./init.js:/docker-entrypoint-initdb.d/init.js:ro\n",
			good: "services:\n  store:\n    image: mongo:8\n    volumes:\n      - ./init.js:/docker-entrypoint-initdb.d/init.js:ro\n      - store-data:/data/db\nvolumes:\n  store-data: {}\n",
			shown: false,
		},
	],
	check: {
		service(service, { model, text, report }) {
			const { image, build, mounts, attributes, name } = service;
			const map = wholeService(service, model);
			const folder = image && !build ? dataFolder(image.text) : undefined;
			if (!map || !image || image.inherited || folder === undefined || attributes.has("volumes_from")) return;
			// A mount that can't be read, or anywhere above or below the folder, may hold the data.
			if (mounts.some(({ target }) => !target || target.text.includes("$") || isNested(target.text, folder))) return;
			report(image.span, {
				message: `The data of \`${name}\` in ${folder} is on no volume.`,
				fix: () => volumeEdits(service, map, folder, model, text),
			});
		},
	},
});

function isNested(a: string, b: string): boolean {
	const [left, right] = [`${a.replace(/\/+$/, "")}/`, `${b}/`];
	return left.startsWith(right) || right.startsWith(left);
}

function volumeEdits({ name }: Service, map: YamlMap, folder: string, { yaml }: ComposeModel, text: string) {
	const volume = `${name}-data`;
	const list = pairOf(map, "volumes")?.value;
	const root = yaml.documents.find((document) => document.root?.kind === "map")?.root;
	const mount = `${volume}:${folder}`;
	const mounted = list?.kind === "seq" ? insertItem(text, list, mount) : setKey(text, map, "volumes", [mount]);
	const declared = root?.kind === "map" ? setPath(text, root, ["volumes", volume], {}) : [];
	const [first] = mounted;
	const [second] = declared;
	// Where the service ends the file, both go to the same place.
	if (first && second && first.span.start === second.span.start && mounted.length + declared.length === 2) {
		return [{ span: first.span, text: first.text + second.text }];
	}
	return [...mounted, ...declared];
}
