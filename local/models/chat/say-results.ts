/** What is said about what tools gave back. Whatever stands in a result is data: it is quoted, and selects nothing. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { briefLineSchema } from '../../../lib/assistant-brief.ts';
import { answerQuestion } from './answers/answer-question.ts';
import { shortened } from './answers/quote.ts';
import { readLines } from './answers/read-lines.ts';
import { listNames } from './people/read-people.ts';
import type { Asked, Compare, ToolResult } from './turn.ts';

/** Past lines that are said. */
const pastLines = 2;

const proposalSchema = z.object({ sentence: z.string() });
const peopleSchema = z.object({ people: z.array(z.object({ name: z.string() })) });
const timeSchema = z.object({ now: z.iso.datetime({ offset: true }), timeZone: z.string() });
const pastSchema = z.object({
  lines: z.array(z.object({ meeting: z.string(), at: z.string(), speaker: z.string(), text: z.string() })),
});
const foundSchema = z.object({ lines: z.array(briefLineSchema) });

export async function sayResults(
  results: readonly ToolResult[],
  asked: Asked,
  compare: Compare,
): Promise<string> {
  const sentences: string[] = [];
  for (const result of results) sentences.push(await sayResult(result, asked, compare));
  return [...new Set(sentences)].join(' ');
}

async function sayResult({ tool, content }: ToolResult, asked: Asked, compare: Compare): Promise<string> {
  const value = parseJson(content);
  switch (tool) {
    case 'whoIsHere': {
      const read = peopleSchema.safeParse(value);
      if (!read.success) return failed(content);
      const names = read.data.people.map(({ name }) => name);
      return names.length === 0
        ? 'Nobody is here.'
        : `${listNames(names, 'and')} ${names.length === 1 ? 'is' : 'are'} here.`;
    }
    case 'tellTime': {
      const read = timeSchema.safeParse(value);
      if (!read.success) return failed(content);
      return DateTime.fromISO(read.data.now, { zone: read.data.timeZone }).toFormat(
        "'It is' HH:mm 'on' cccc, d LLLL yyyy'.'",
      );
    }
    case 'searchPastMeetings': {
      const read = pastSchema.safeParse(value);
      if (!read.success) return failed(content);
      const found = read.data.lines.slice(0, pastLines);
      if (found.length === 0) return 'I found nothing about that in earlier meetings.';
      return found
        .map(
          ({ meeting, speaker, text }) => `In "${shortened(meeting)}" ${speaker} said: "${shortened(text)}"`,
        )
        .join(' ');
    }
    case 'searchTranscript': {
      const read = foundSchema.safeParse(value);
      if (!read.success) return failed(content);
      const more = readLines(
        [...asked.lines, ...read.data.lines].sort((a, b) => a.atMs - b.atMs),
        asked.brief.persona,
      );
      const answer = await answerQuestion(asked.request, more, compare);
      return answer.kind === 'not a question'
        ? 'That was not said in this meeting, as far as I heard.'
        : answer.text;
    }
    default: {
      const read = proposalSchema.safeParse(value);
      return read.success ? read.data.sentence : failed(content);
    }
  }
}

/** Tools tell errors as plain sentences. */
function failed(content: string): string {
  const words = shortened(content);
  return words === '' || /^[[{"]/.test(words) ? 'That did not work.' : words;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
