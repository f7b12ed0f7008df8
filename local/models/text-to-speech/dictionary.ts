import { z } from 'zod';

const soundsSchema = z.array(z.string());

/**
 * Looks words up in the text of a JSON object from upper-case words to ARPAbet sounds. Parsing its 123,000
 * entries would take a second and 60 MB; finding one takes a millisecond, once per word.
 */
export function createDictionary(json: string): (word: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (word) => {
    if (!known.has(word)) known.set(word, find(json, word));
    return known.get(word);
  };
}

function find(json: string, word: string): readonly string[] | undefined {
  const key = `${JSON.stringify(word)}:`;
  const at = json.indexOf(key);
  if (at < 0) return undefined;
  const start = at + key.length;
  return soundsSchema.parse(JSON.parse(json.slice(start, json.indexOf(']', start) + 1)));
}
