import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from './escape-markdown.ts';
import { hostileTexts } from './testing/sample-meeting.ts';

/** What a reader of the Markdown sees, and of which kinds its parts are. */
function render(markdown: string): { kinds: Set<string>; text: string } {
  const kinds = new Set<string>();
  let text = '';
  const visit = (token: Token) => {
    kinds.add(token.type);
    if ('tokens' in token && token.tokens) token.tokens.forEach(visit);
    else if (token.type === 'text' || token.type === 'escape') text += decode(token.text);
  };
  marked.lexer(markdown, { gfm: true }).forEach(visit);
  return { kinds, text };
}

const decode = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '');
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const plain = new Set(['paragraph', 'text', 'escape']);
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

describe(escapeMarkdown, () => {
  it.each(hostileTexts)('makes nothing but text of %j', (text) => {
    const { kinds, text: shown } = render(escapeMarkdown(text));
    expect([...kinds].filter((kind) => !plain.has(kind))).toEqual([]);
    expect(shown).toBe(folded(text));
  });

  it('does so with anything', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'\\`*_[]<>&~|$#+-=.:!(){}@/"\'1 \n\tahttpw'.split('')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const { kinds, text: shown } = render(`Ana: ${escapeMarkdown(text)}`);
        expect([...kinds].filter((kind) => !plain.has(kind))).toEqual([]);
        expect(folded(shown)).toBe(folded(`Ana: ${text}`));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves ordinary sentences as they are', () => {
    const text = 'Well, "that" is 3.5 % more (at 10:30) - isn\'t it? Größe, Łódź, Ελλάδα!';
    expect(escapeMarkdown(text)).toBe(text);
  });
});
