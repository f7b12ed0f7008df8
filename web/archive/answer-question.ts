/** Answers a question from the meetings that the asker may see, one statement after the other, each with its lines. */
import type { Db } from '../../db/database.ts';
import type { SearchScope } from '../../db/queries/searchable-meetings.ts';
import { type ArchiveBrief, type ExcerptLine, notInMeetings } from '../../lib/archive-brief.ts';
import type { AskEvent, Citation } from '../../lib/archive-messages.ts';
import { isoIn } from '../../lib/iso-in.ts';
import { askFromExcerpts } from './answer-prompt.ts';
import type { AnswerWriter } from './answer-writer.ts';
import { quotePassages } from './quote-passages.ts';
import { withWhatItMeans } from './refers-back.ts';
import { type Excerpt, type Meaning, type Retrieved, retrieve } from './retrieve.ts';
import { createStatementReader, type Statement } from './statements.ts';

/** What answers are made with; each is null where nothing is configured for it. */
export interface Archive {
  meaning: Meaning | null;
  writer: AnswerWriter | null;
}

interface ArchiveQuestion {
  scope: SearchScope;
  question: string;
  turns: readonly { question: string; answer: string }[];
  timeZone: string;
  /** Of now, Unix milliseconds. */
  nowMs: number;
  signal: AbortSignal;
}

/** Milliseconds that a model may take for the whole answer. */
const answerMs = 60_000;

/** Ends with an `end` event also when the model fails; throws only when the database does. */
export async function* answerQuestion(
  { db, archive: { meaning, writer } }: { db: Db; archive: Archive },
  { scope, question, turns, timeZone, nowMs, signal }: ArchiveQuestion,
): AsyncGenerator<AskEvent> {
  const asked = withWhatItMeans(question, turns);
  const found = await retrieve({ db, meaning }, scope, asked);
  yield { type: 'start', by: writer?.by ?? 'passages', meetings: found.meetings };
  const cite = createCiter(found.excerpts);
  const told = { found: false, dropped: 0 };
  const show = function* (statements: readonly Statement[]): Generator<AskEvent> {
    for (const { text, cited } of statements) {
      const citations = cited.flatMap((each) => cite(each) ?? []);
      if (citations.length > 0) {
        told.found = true;
        yield { type: 'statement', text, citations };
      } else if (!text.includes(notInMeetings)) told.dropped += 1;
    }
  };
  if (!writer) yield* show(quotePassages(found));
  else if (found.excerpts.length > 0) {
    const instructions = askFromExcerpts(
      briefOf(found, { asked, timeZone, nowMs }),
      linesOf(found.excerpts, timeZone),
    );
    const messages = [
      ...turns.flatMap((turn) => [
        { role: 'user' as const, content: turn.question },
        { role: 'assistant' as const, content: turn.answer || notInMeetings },
      ]),
      { role: 'user' as const, content: question },
    ];
    const reader = createStatementReader();
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
      for await (const text of writer.write(instructions, messages, limit)) yield* show(reader.push(text));
      yield* show(reader.end());
    } catch {
      // What the model had begun may lack its citation; what it said before stands.
      yield { type: 'end', ...told, problem: 'The model did not answer. Try again in a moment.' };
      return;
    }
  }
  yield { type: 'end', ...told, problem: null };
}

function briefOf(
  { words, lines }: Retrieved,
  { asked, timeZone, nowMs }: { asked: string; timeZone: string; nowMs: number },
): ArchiveBrief {
  return {
    v: 1,
    request: 'archive',
    now: isoIn(nowMs, timeZone),
    timeZone,
    asked,
    words: words.map(({ word, lines: count }) => ({ word, lines: count })),
    lines,
  };
}

function linesOf(excerpts: readonly Excerpt[], timeZone: string): ExcerptLine[] {
  return excerpts.flatMap(({ meeting, lines }, index) =>
    lines.map(({ speakerName, startMs, text }, at) => ({
      excerpt: index + 1,
      line: at + 1,
      meeting: meeting.title,
      at: isoIn(meeting.atMs + startMs, timeZone),
      speaker: speakerName,
      text,
    })),
  );
}

/** The line behind a mark, or null where there is none: a model may invent one. */
function createCiter(excerpts: readonly Excerpt[]) {
  const numbers = new Map<string, number>();
  return ({ excerpt, line }: Statement['cited'][number]): Citation | null => {
    const { meeting, lines } = excerpts[excerpt - 1] ?? {};
    const said = lines?.[line - 1];
    if (!meeting || !said) return null;
    const { epoch, seq, startMs, speakerName, text } = said;
    const key = `${meeting.id} ${epoch}.${seq}`;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    const { id: meetingId, title, atMs } = meeting;
    return { number, meetingId, title, atMs, line: { epoch, seq }, startMs, speaker: speakerName, text };
  };
}
