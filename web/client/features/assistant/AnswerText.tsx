import { useMemo } from 'react';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { splitCitations } from './split-citations.ts';

interface AnswerTextProps {
  text: string;
  onShowLine(line: LineRef): void;
}

/** An answer; its citations are numbered buttons that lead to the line. */
export function AnswerText({ text, onShowLine }: AnswerTextProps) {
  const pieces = useMemo(() => splitCitations(text), [text]);
  const numbers = new Map<string, number>();
  const numberOf = ({ epoch, seq }: LineRef) => {
    const key = `${epoch}.${seq}`;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return number;
  };
  let offset = 0;
  return (
    <p className="whitespace-pre-wrap break-words leading-relaxed">
      {pieces.map((piece) => {
        const key = offset++;
        if (piece.type === 'text') return <span key={key}>{piece.text}</span>;
        return (
          <span key={key} className="whitespace-nowrap">
            {piece.lines.map((line) => (
              <button
                key={`${line.epoch}.${line.seq}`}
                type="button"
                aria-label={`Source ${numberOf(line)}: show the line in the transcript`}
                onClick={() => onShowLine(line)}
                className="ml-1 inline-flex h-5 min-w-5 items-center justify-center rounded-md bg-accent-soft px-1 align-text-bottom font-semibold text-accent text-xs hover:bg-accent hover:text-on-accent"
              >
                {numberOf(line)}
              </button>
            ))}
          </span>
        );
      })}
    </p>
  );
}
