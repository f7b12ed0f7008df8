import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { NoteLine } from '../../lib/documents/note-line.ts';
import { notesMarkdown } from './note-markdown.ts';

const line = (kind: NoteLine['kind'], spans: NoteLine['spans'], more: Partial<NoteLine> = {}): NoteLine => ({
  kind,
  level: kind === 'bullet' || kind === 'number' || kind === 'heading' ? 1 : 0,
  ordinal: 0,
  spans,
  ...more,
});
const html = async (lines: NoteLine[]) => (await marked.parse(notesMarkdown(lines).join('\n\n'))).trim();

describe(notesMarkdown, () => {
  it('keeps headings, lists in lists and marks', async () => {
    const shown = await html([
      line('heading', [{ text: 'Plan' }]),
      line('bullet', [{ text: 'One ' }, { text: 'two', bold: true }]),
      line('bullet', [{ text: 'Deep' }], { level: 2 }),
      line('number', [{ text: 'First' }], { ordinal: 1 }),
      line('number', [{ text: 'Second', strike: true, italic: true }], { ordinal: 2 }),
      line('quote', [{ text: 'Said' }]),
    ]);
    expect(shown.replace(/\s*\n\s*/g, '')).toBe(
      '<h3>Plan</h3><ul><li>One <strong>two</strong><ul><li>Deep</li></ul></li></ul>' +
        '<ol><li>First</li><li><em><del>Second</del></em></li></ol><blockquote><p>Said</p></blockquote>',
    );
  });

  it('shows what looks like markup as what it is', async () => {
    const shown = await html([
      line('text', [{ text: '# <b>x</b> [a](javascript:1) **' }]),
      line('text', [{ text: 'link]', href: 'https://example.org/a>b' }]),
    ]);
    expect(shown).toContain('# &lt;b&gt;x&lt;/b&gt; [a](javascript:1) **');
    expect(shown).toContain('<a href="https://example.org/a%3Eb">link]</a>');
  });

  it('breaks lines where they were broken', async () => {
    const shown = await html([line('bullet', [{ text: 'a' }, { text: '\n' }, { text: 'b' }])]);
    expect(shown).toMatch(/<li>a<br>\s*b<\/li>/);
  });
});
