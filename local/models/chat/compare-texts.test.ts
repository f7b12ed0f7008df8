import { describe, expect, it } from 'vitest';
import { createTextComparer } from './compare-texts.ts';

/** An embedder that takes 10 ms of a clock of its own and tells texts apart by their first letter. */
function slowEmbedder() {
  const read: string[] = [];
  let ms = 0;
  return {
    read,
    now: () => ms,
    async embed(text: string) {
      read.push(text);
      ms += 10;
      return { vector: Float32Array.of(text.startsWith('a') ? 1 : 0, 0.5), tokens: 1 };
    },
  };
}

describe(createTextComparer, () => {
  it('compares by the product of the vectors', async () => {
    const { compare } = createTextComparer(slowEmbedder(), () => 0);
    const similarity = await compare('apple', ['almond', 'bread']);
    expect(similarity('apple', 'almond')).toBe(1.25);
    expect(similarity('apple', 'bread')).toBe(0.25);
    expect(similarity('apple', 'never given')).toBeNull();
  });

  it('reads lines with words of the question first, then the newest, while there is time', async () => {
    const embedder = slowEmbedder();
    const { compare, takeUnread } = createTextComparer(embedder, embedder.now);
    const texts = ['launch date', ...Array.from({ length: 20 }, (_, i) => `other${i}`)];
    const similarity = await compare('Which launch?', texts);
    expect(embedder.read).toEqual([
      'Which launch?',
      'launch date',
      'other19',
      'other18',
      'other17',
      'other16',
      'other15',
    ]);
    expect(similarity('Which launch?', 'other3')).toBeNull();
    expect(takeUnread()).toEqual(texts.slice(1, 16).reverse());
    expect(takeUnread()).toEqual([]);
  });

  it('reads no line twice', async () => {
    const embedder = slowEmbedder();
    const { compare, read } = createTextComparer(embedder, () => 0);
    await read(['one', 'two']);
    await compare('What?', ['one', 'two', 'three']);
    await compare('What?', ['one', 'two', 'three']);
    expect(embedder.read).toEqual(['one', 'two', 'What?', 'three']);
  });

  it('forgets the text that was not used for longest', async () => {
    const embedder = slowEmbedder();
    const { read } = createTextComparer(embedder, () => 0);
    await read([...Array.from({ length: 4_000 }, (_, i) => `text ${i}`), 'text 0', 'one more']);
    embedder.read.length = 0;
    await read(['text 0', 'text 1', 'one more']);
    expect(embedder.read).toEqual(['text 1']);
  });
});
