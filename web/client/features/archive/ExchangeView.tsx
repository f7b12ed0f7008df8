import { Link } from '@tanstack/react-router';
import { formatTime } from '../../../../lib/format-time.ts';
import { writeLineRef } from '../../../../lib/line-messages.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { CitationChips } from './CitationChips.tsx';
import type { Exchange } from './exchanges.ts';
import { listSources } from './list-sources.ts';

/** Who words the answer, where it is no language model. */
const byWords = {
  model: null,
  rules: 'Answered by rules, without a language model: these are the lines as they were said.',
  passages: 'No model is configured: these are the lines that fit best.',
};

/** One question and its answer, with the lines that it comes from. */
export function ExchangeView({ exchange, everywhere }: { exchange: Exchange; everywhere: boolean }) {
  const { question, by, statements, state, problem } = exchange;
  const sources = listSources(statements);
  return (
    <article className="flex flex-col gap-3">
      <h3 className="w-fit max-w-full self-end break-words rounded-2xl rounded-br-md bg-accent-soft px-4 py-2.5 font-medium">
        {question}
      </h3>
      <div aria-live="polite" aria-busy={state === 'asking'} className="flex flex-col gap-2.5">
        {statements.map(({ text, citations }) => (
          <p key={`${text} ${citations[0]?.number}`} className="break-words leading-relaxed">
            {text}
            <CitationChips citations={citations} />
          </p>
        ))}
        {state === 'asking' && (
          <p role="status" className="flex items-center gap-2.5 text-ink-soft text-sm">
            <Spinner /> {statements.length === 0 ? 'Reading what was said' : 'Writing'}
          </p>
        )}
        {state === 'not found' && (
          <p className="text-ink-soft">
            {everywhere ? 'That is not in your meetings.' : 'That was not said in this meeting.'}
          </p>
        )}
        {state === 'failed' && (
          <p role="alert" className="text-danger text-sm">
            {problem}
          </p>
        )}
        {state === 'found' && by && byWords[by] && <p className="text-ink-faint text-sm">{byWords[by]}</p>}
      </div>
      {sources.length > 0 && (
        <ul aria-label="Sources" className="flex flex-col gap-0.5 border-line border-t pt-2">
          {sources.map(({ number, meetingId, title, line, startMs, speaker }) => (
            <li key={number}>
              <Link
                to="/meetings/$id"
                params={{ id: meetingId }}
                search={{ line: writeLineRef(line) }}
                className="flex min-h-8 items-baseline gap-2.5 rounded-lg px-2 py-1 text-ink-soft text-sm hover:bg-sunken hover:text-ink"
              >
                <span className="font-semibold text-accent tabular-nums">{number}</span>
                <span className="min-w-0 break-words">
                  {everywhere && (
                    <>
                      <bdi>{title}</bdi> ·{' '}
                    </>
                  )}
                  <bdi>{speaker}</bdi>
                </span>
                <span className="ml-auto text-ink-faint tabular-nums">{formatTime(startMs)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
