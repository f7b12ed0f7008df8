import type { SharePart } from '../../../../lib/shares.ts';

export const partNames: Record<SharePart, string> = {
  summary: 'Summary',
  transcript: 'Transcript',
  recording: 'Recording',
  picture: 'Video',
};

/** `Summary and transcript`. */
export function listParts(parts: readonly SharePart[]): string {
  const names = parts.map((part, index) => (index === 0 ? partNames[part] : partNames[part].toLowerCase()));
  return new Intl.ListFormat('en-GB').format(names);
}
