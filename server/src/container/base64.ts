const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A text's UTF-8 bytes in base64 (RFC 4648, with padding); the core has no `btoa`. */
export function encodeBase64(text: string): string {
	let encoded = "";
	const bytes = utf8(text);
	for (let index = 0; index < bytes.length; index += 3) {
		const [first = 0, second, third] = bytes.slice(index, index + 3);
		const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
		encoded += digits.charAt(bits >> 18) + digits.charAt((bits >> 12) & 63);
		encoded += second === undefined ? "=" : digits.charAt((bits >> 6) & 63);
		encoded += third === undefined ? "=" : digits.charAt(bits & 63);
	}
	return encoded;
}

function utf8(text: string): readonly number[] {
	return [...text].flatMap((character) => {
		const point = character.codePointAt(0) as number;
		if (point < 0x80) return [point];
		if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 63)];
		if (point < 0x10000) return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
		return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
	});
}
