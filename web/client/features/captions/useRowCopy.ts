import { type ClipboardEvent, type KeyboardEvent, type SyntheticEvent, useState } from 'react';
import { copyText } from './copy-text.ts';
import type { TranscriptItem } from './transcript-items.ts';
import { transcriptText } from './transcript-text.ts';

export interface RowCopy {
  /** Key of the row that is pointed at or has the focus: it offers to be copied. Null before. */
  active: string | null;
  copyRow(item: TranscriptItem): void;
  /** For the list of rows, each with its key as `data-key`. */
  list: {
    onPointerOver(event: SyntheticEvent): void;
    onFocus(event: SyntheticEvent): void;
    onKeyDown(event: KeyboardEvent): void;
    onCopy(event: ClipboardEvent): void;
  };
}

/** Copies one row, or those that are selected: with names and times, which a copy of the page would spread over lines. */
export function useRowCopy(items: readonly TranscriptItem[]): RowCopy {
  const [active, setActive] = useState<string | null>(null);
  const onReach = ({ target }: SyntheticEvent) => setActive(rowOf(target)?.dataset.key ?? null);
  return {
    active,
    copyRow: (item) => void copyText(transcriptText([item]), 'The line is copied.'),
    list: {
      onPointerOver: onReach,
      onFocus: onReach,
      onKeyDown(event) {
        const row = rowOf(event.target);
        if (row !== event.target || !row) return;
        const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
        if (!(next instanceof HTMLElement)) return;
        event.preventDefault();
        next.focus();
      },
      onCopy(event) {
        const keys = selectedRows(event.currentTarget);
        // Within one line it is those words that are wanted.
        if (keys.size < 2) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', transcriptText(items.filter(({ key }) => keys.has(key))));
      },
    },
  };
}

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;

function selectedRows(list: Element): Set<string> {
  const selection = getSelection();
  const rows = [...list.querySelectorAll<HTMLElement>('[data-key]')];
  return new Set(
    rows.flatMap((row) => (selection?.containsNode(row, true) && row.dataset.key ? [row.dataset.key] : [])),
  );
}
