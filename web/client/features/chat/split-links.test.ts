import { describe, expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

const links = (text: string) => splitLinks(text).flatMap((part) => (part.type === 'link' ? [part.href] : []));

describe(splitLinks, () => {
  test('finds addresses between words, and keeps every character', () => {
    const text = 'See https://a.example/x?y=1#z, or (http://b.example/q_(r)). Ok';
    expect(links(text)).toEqual(['https://a.example/x?y=1#z', 'http://b.example/q_(r)']);
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  test('leaves everything alone that is no web address', () => {
    const texts = [
      'javascript:alert(1)',
      'data:text/html,<script>1</script>',
      'JAVASCRIPT://https:%0aalert(1)',
      'file:///etc/passwd',
      'https://',
      'http://user:secret@evil.example/',
      'https://bank.example@evil.example',
      'mail me at a@b.example',
      '',
    ];
    expect(texts.flatMap(links)).toEqual([]);
  });

  test('ends an address where markup begins', () => {
    expect(links('<a href="https://a.example/">x</a>')).toEqual(['https://a.example/']);
  });

  test('reads a long text in no time', () => {
    const started = performance.now();
    splitLinks('https://a'.repeat(400).concat('.'.repeat(400)));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
