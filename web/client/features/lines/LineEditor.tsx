import { useState } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import { limits } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { isApiError } from '../api/api-error.ts';
import { useCorrectLine } from './useCorrectLine.ts';

/** Corrects the words of one line. Enter saves, Escape leaves them. */
export function LineEditor({ line, onClose }: { line: LineView; onClose(): void }) {
  const [text, setText] = useState(line.text);
  /** What the line said when this began, or when the person was last told. */
  const [seen, setSeen] = useState(line.text);
  const correct = useCorrectLine(line, onClose);
  const changed = isApiError(correct.error, 'line_changed') && line.text !== seen;
  const save = (from: string) => {
    if (text.trim() === from) return onClose();
    correct.mutate({ text: text.trim(), seen: from });
  };
  return (
    <form
      className="my-2"
      onSubmit={(event) => {
        event.preventDefault();
        save(seen);
      }}
    >
      <textarea
        aria-label={`Words of ${line.speakerName}`}
        rows={Math.min(8, Math.ceil(text.length / 48) + 1)}
        maxLength={limits.line}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: somebody has just asked to write here
        autoFocus
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            if (text.trim() !== '') save(seen);
          }
        }}
        className="block w-full resize-y rounded-xl border border-line-strong bg-surface px-3 py-2 text-base leading-relaxed"
      />
      {changed ? (
        <div role="alert" className="mt-2 rounded-xl bg-warn-soft px-3 py-2.5 text-sm text-warn">
          <p>Somebody changed this line meanwhile. It says now: “{line.text}”</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button
              onClick={() => {
                setSeen(line.text);
                save(line.text);
              }}
            >
              Save mine instead
            </Button>
            <Button look="plain" onClick={onClose}>
              Keep theirs
            </Button>
          </div>
        </div>
      ) : (
        <>
          {correct.error && (
            <p role="alert" className="mt-1.5 text-danger text-sm">
              {correct.error.message}
            </p>
          )}
          <div className="mt-2 flex flex-wrap gap-2">
            <Button type="submit" look="primary" busy={correct.isPending} disabled={text.trim() === ''}>
              Save
            </Button>
            <Button look="plain" onClick={onClose}>
              Cancel
            </Button>
            {line.source === 'person' && (
              <Button
                look="plain"
                className="ml-auto"
                disabled={correct.isPending}
                onClick={() => correct.mutate({ text: null, seen })}
              >
                Take the correction back
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  );
}
