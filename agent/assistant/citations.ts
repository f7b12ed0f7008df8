/** What an answer may refer to: lines that exist. */
import { findCitations, formatCitation } from '../../lib/assistant-brief.ts';
import type { LineRef } from '../../lib/assistant-messages.ts';

/** The text without citations of lines that do not exist, and the citations that are left. */
export function checkCitations(
  text: string,
  exists: (ref: LineRef) => boolean,
): { text: string; citations: LineRef[] } {
  const invented = new Set(
    findCitations(text)
      .filter((ref) => !exists(ref))
      .map(formatCitation),
  );
  const checked = text.replace(/ ?(\[\d{1,9}\.\d{1,9}\])/g, (all, mark: string) =>
    invented.has(mark) ? '' : all,
  );
  return { text: checked, citations: findCitations(checked) };
}

/** Without a citation that is still being written at the end: "in March [1." */
export function withoutHalfCitation(text: string): string {
  return text.replace(/\s*\[[\d.]*$/, '');
}
