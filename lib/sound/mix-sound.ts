/** One voice among others: its sound, and how long after the beginning of the mix it starts. */
export interface Voice {
  pieces: AsyncIterable<Int16Array>;
  /** Samples; not negative. */
  offset: number;
}

/**
 * Adds voices up, block by block of `blockSamples`, until the last one ends; what is too loud for 16 bits is cut.
 * At most a block and a piece of each voice are in memory.
 */
export async function* mixSound(voices: readonly Voice[], blockSamples: number): AsyncGenerator<Int16Array> {
  const sources = voices.map(({ pieces, offset }) => createSource(pieces, offset));
  for (let start = 0; ; start += blockSamples) {
    const sum = new Int32Array(blockSamples);
    const ends = await Promise.all(sources.map((add) => add(sum, start)));
    const length = Math.max(0, ...ends.map((end) => end - start));
    if (length > 0) {
      yield Int16Array.from(sum.subarray(0, Math.min(length, blockSamples)), (value) =>
        Math.max(-32_768, Math.min(32_767, value)),
      );
    }
    if (length < blockSamples) return;
  }
}

/** Adds what belongs into the block that begins at `start`; gives where the voice ends, Infinity while it goes on. */
function createSource(pieces: AsyncIterable<Int16Array>, offset: number) {
  const reader = pieces[Symbol.asyncIterator]();
  let piece: Int16Array = new Int16Array();
  let at = offset;
  let over = false;
  return async (block: Int32Array, start: number): Promise<number> => {
    const end = start + block.length;
    for (;;) {
      const taken = Math.min(piece.length, Math.max(0, end - at));
      for (let index = 0; index < taken; index++) {
        const place = at + index - start;
        block[place] = (block[place] ?? 0) + (piece[index] ?? 0);
      }
      at += taken;
      piece = piece.subarray(taken);
      if (piece.length > 0 || at >= end) return Number.POSITIVE_INFINITY;
      if (over) return at;
      const next = await reader.next();
      if (next.done) over = true;
      else piece = next.value;
    }
  };
}
