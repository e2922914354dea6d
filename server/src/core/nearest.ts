/** The candidate that a misspelt word most likely stands for, or undefined where none is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	const wanted = word.toLowerCase();
	// A single letter is one slip away from every other.
	const limit = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
	let best: string | undefined;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words; `limit` when not below it. */
function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) >= limit) return limit;
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const cost = a[row - 1] === b[column - 1] ? 0 : 1;
			let distance = Math.min(
				(current[column - 1] as number) + 1,
				(previous[column] as number) + 1,
				(previous[column - 1] as number) + cost,
			);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				distance = Math.min(distance, (beforePrevious[column - 2] as number) + 1);
			}
			current.push(distance);
		}
		beforePrevious = previous;
		previous = current;
	}
	return Math.min(previous[b.length] as number, limit);
}
