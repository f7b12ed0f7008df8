import { cleanParagraphs } from '../text.ts';
import type { DrawnElement } from './element.ts';

/** Pixels within which texts stand in one row. */
const rowHeight = 40;

/** What is written on a whiteboard, as one reads it: row by row from the top, each from the left. Without repetitions. */
export function boardTexts(elements: readonly DrawnElement[]): string[] {
  const written = elements
    .flatMap((element) => {
      const text = wordsOf(element);
      return text === '' ? [] : [{ text, row: Math.round(element.y / rowHeight), x: element.x }];
    })
    .sort((a, b) => a.row - b.row || a.x - b.x);
  return [...new Set(written.map(({ text }) => text))];
}

function wordsOf(element: DrawnElement): string {
  switch (element.type) {
    case 'text':
      // `text` has line breaks where it does not fit into its box.
      return cleanParagraphs(element.originalText, element.originalText.length);
    case 'frame':
      return cleanParagraphs(element.name ?? '', 200);
    default:
      return '';
  }
}
