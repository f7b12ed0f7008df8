import type { MeetingExport } from '../../lib/meeting-export.ts';
import { tellDay } from './tell-time.ts';

const longest = 100;
// Path separators, what Windows reserves, and controls.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are exactly what is removed here
const unsafe = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|%\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** `2026-03-03 Launch plan.md`: safe on every file system. */
export function fileNameOf({ meeting, exportedAtMs }: MeetingExport, extension: string): string {
  const day = tellDay(meeting.startedAtMs ?? exportedAtMs, meeting.timeZone);
  const title = [...meeting.title.replace(unsafe, ' ').replace(/\s+/g, ' ').trim()]
    .slice(0, longest)
    .join('');
  return `${[day, title.replace(/[. ]+$/, '')].join(' ').trim()}.${extension}`;
}

/** The header that makes a browser save the answer under that name (RFC 6266, with RFC 8187 for other letters). */
export function attachmentHeader(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
