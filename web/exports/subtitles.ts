/** A transcript as subtitles on the meeting's clock: WebVTT (w3.org/TR/webvtt1) and SubRip. */
import type { MeetingExport } from '../../lib/meeting-export.ts';
import { type Cue, inTurn, toCues } from '../../lib/subtitle-cues.ts';

/** Speakers are voice tags; people who talk at the same time have cues at the same time. */
export function toVtt({ lines, meeting }: MeetingExport): string {
  const cues = toCues(lines, () => '').map(
    (cue, index) =>
      `${index + 1}\n${tellTime(cue.startMs, '.')} --> ${tellTime(cue.endMs, '.')}\n${voiceText(cue)}\n`,
  );
  // A header ends at the first empty line, and may not have an arrow in it.
  const title = meeting.title.replace(/\s+/g, ' ').replaceAll('-->', '→');
  return [`WEBVTT - ${title}\n`, ...cues].join('\n');
}

/** Names stand before the words. SubRip has no escapes: what players take for a tag or a command is respelled. */
export function toSrt({ lines }: MeetingExport): string {
  const cues = inTurn(toCues(lines, (speaker) => (speaker === '' ? '' : `${speaker}: `)));
  return cues
    .map(
      (cue, index) =>
        `${index + 1}\n${tellTime(cue.startMs, ',')} --> ${tellTime(cue.endMs, ',')}\n${cue.lines.map(plain).join('\n')}\n`,
    )
    .join('\n');
}

function voiceText({ speaker, lines }: Cue): string {
  const words = lines.map(escapeVtt).join('\n');
  return speaker.trim() === '' ? words : `<v ${escapeVtt(speaker.replace(/\s+/g, ' ').trim())}>${words}`;
}

function escapeVtt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function plain(text: string): string {
  return text
    .replaceAll('-->', '→')
    .replace(/<(?=[/a-z])/gi, '‹')
    .replaceAll('{\\', '{ \\');
}

/** `01:02:03.456`; hours may have more digits. */
function tellTime(ms: number, point: '.' | ','): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(Math.floor(ms % 1_000)).padStart(3, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}${point}${rest}`;
}
