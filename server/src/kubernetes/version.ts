import type { Settings } from "../core/world.ts";

/** Minors of Kubernetes 1 whose types are known. */
export const oldestMinor = 30;
export const newestMinor = 36;

/** The minor that manifests are judged against: 31 for `1.31`, `v1.31.4` or `31`; the newest known where nothing usable is set. */
export function chosenMinor(settings: Pick<Settings, "kubernetesVersion">): number {
	return Number(/^v?(?:1\.)?(\d{1,3})(?:[.+-].*)?$/.exec(settings.kubernetesVersion.trim())?.[1] ?? newestMinor);
}

/** The chosen minor, or the nearest whose types are known. */
export function minorOf(settings: Pick<Settings, "kubernetesVersion">): number {
	return Math.min(newestMinor, Math.max(oldestMinor, chosenMinor(settings)));
}
