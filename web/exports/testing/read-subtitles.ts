import * as captions from 'media-captions';

export interface ReadCue {
  /** In seconds. */
  startTime: number;
  endTime: number;
  text: string;
}

type ParseText = (text: string, options: { type: 'vtt' | 'srt' }) => Promise<{ cues: ReadCue[] }>;

// Its own types cannot be found by a resolver that asks for file extensions.
const { parseText } = captions as unknown as { parseText: ParseText };

/** As a parser that is not ours reads them: what it cannot read is not among the cues. */
export async function readSubtitles(text: string, type: 'vtt' | 'srt'): Promise<ReadCue[]> {
  return (await parseText(text, { type })).cues;
}
