/** One unit vector of a text. */
export type Embed = (text: string) => Promise<Float32Array>;

export interface Vectors {
  read(texts: readonly string[]): Promise<void>;
  /** -1 to 1; 0 for texts that were not read. */
  likeness(a: string, b: string): number;
}

/** Texts of one summary by their meaning. */
export function createVectors(embed: Embed): Vectors {
  const vectors = new Map<string, Float32Array>();
  return {
    async read(texts) {
      for (const text of texts) if (!vectors.has(text)) vectors.set(text, await embed(text));
    },
    likeness(a, b) {
      const [one, other] = [vectors.get(a), vectors.get(b)];
      return one && other ? one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0) : 0;
    },
  };
}
