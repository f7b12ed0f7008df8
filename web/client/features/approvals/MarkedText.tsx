import { Fragment, useMemo } from 'react';
import { inspectText, type TextPiece } from './inspect-text.ts';

/** Text in which nothing hides: characters that cannot be seen are named, look-alikes stand out. */
export function MarkedText({ text }: { text: string }) {
  const pieces = useMemo(() => inspectText(text), [text]);
  let offset = 0;
  return (
    // Its own direction, whatever is in it: marks do not move to another place.
    <bdi className="whitespace-pre-wrap break-words">
      {pieces.map((piece) => {
        const key = offset;
        offset += piece.text.length;
        return <Fragment key={key}>{piece.kind === 'plain' ? piece.text : <Mark piece={piece} />}</Fragment>;
      })}
    </bdi>
  );
}

function Mark({ piece }: { piece: TextPiece }) {
  // The hidden character itself is left out: it would still turn the words around.
  const shown = piece.kind === 'hidden' ? piece.note.split(',', 1)[0] : piece.text;
  return (
    <mark
      title={piece.note}
      className="mx-px rounded bg-warn-soft px-1 font-medium text-warn underline decoration-wavy underline-offset-2"
    >
      {shown}
      {piece.kind === 'lookalike' && <span className="sr-only"> ({piece.note})</span>}
    </mark>
  );
}
