import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectText, isSuspicious, removeHidden } from './inspect-text.ts';

const marked = (text: string) =>
  inspectText(text)
    .filter((piece) => piece.kind !== 'plain')
    .map((piece) => `${piece.text}: ${piece.note}`);

describe(inspectText, () => {
  test.each([
    'Follow-up on the launch, 10:00 – 10:30 (½ hour) at 5 €',
    'Zoë Müller, Łukasz, Đặng Thị Hà, O’Brien',
    'Встреча с Иваном',
    'IT-отдел и Q3-план',
    'Καλημέρα, άνθρωποι',
    '日本語のミーティング AI と',
    'שלום, שבוע טוב',
    '👩‍💻 with 🇵🇹 and ❤️ and 3️⃣ 👍🏽',
    'ana@example.org, https://example.org/a_b?c=d',
    'one\ntwo\tthree',
  ])('leaves %j alone', (text) => {
    expect(inspectText(text)).toEqual([{ kind: 'plain', text, note: '' }]);
  });

  test.each([
    [
      'a right-to-left override',
      'report\u202egpj.exe',
      ['\u202e: U+202E right-to-left override, cannot be seen'],
    ],
    ['a zero-width space', 'Be\u200bn', ['\u200b: U+200B zero-width space, cannot be seen']],
    ['characters made of tags', 'hi\u{e0041}', ['\u{e0041}: U+E0041, cannot be seen']],
    ['a filler that looks like nothing', 'Ben\u3164', ['\u3164: U+3164, cannot be seen']],
    ['a control', 'a\u0007b', ['\u0007: U+0007, cannot be seen']],
    ['a selector behind a letter', 'a\ufe0f', ['\ufe0f: U+FE0F, cannot be seen']],
  ])('finds %s', (_name, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test('finds letters of another alphabet in a word', () => {
    expect(marked('pаypal')).toEqual(['а: Cyrillic letter in a Latin word']);
    expect(marked('Βen')).toEqual(['Β: Greek letter in a Latin word']);
    expect(marked('Ивaн')).toEqual(['a: Latin letter in a Cyrillic word']);
  });

  test('takes an address as one word', () => {
    expect(marked('Mail to ana@раура.com now')).toEqual(['раура: Cyrillic letter in a Latin word']);
  });

  test('finds letters that are drawn like others', () => {
    expect(marked('𝐁en')).toEqual(['𝐁: looks like B']);
    expect(marked('Ａna')).toEqual(['Ａ: looks like A']);
  });

  test('loses and adds nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          inspectText(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe(removeHidden, () => {
  test('takes out what cannot be seen, and nothing else', () => {
    expect(removeHidden('Be\u200bn\u202e 👩‍💻')).toBe('Ben 👩‍💻');
    expect(isSuspicious(removeHidden('pа\u200bypal'))).toBe(true);
    expect(isSuspicious(removeHidden('Be\u200bn'))).toBe(false);
  });
});
