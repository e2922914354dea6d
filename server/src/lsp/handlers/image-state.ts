import type { ImageStateParams, MarkdownResult } from "../protocol.ts";
import type { Session } from "../session.ts";

export function imageState(session: Session, params: ImageStateParams): MarkdownResult | null {
	const document = session.document(params.uri);
	const markdown = document?.state(session.converter.toOffset(document, params.position));
	return markdown === undefined ? null : { markdown };
}
