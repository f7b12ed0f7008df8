/** Which numbers of a series that starts at 1 have been seen: all up to `through`, and those in `ahead`. */
export interface SeenNumbers {
  through: number;
  ahead: ReadonlySet<number>;
}

export function seeNumber(seen: SeenNumbers = { through: 0, ahead: new Set() }, number: number): SeenNumbers {
  if (number <= seen.through || seen.ahead.has(number)) return seen;
  return closeUp(seen.through, new Set(seen.ahead).add(number));
}

/** Treats the hole right after `through` as seen. */
export function skipToNext(seen: SeenNumbers): SeenNumbers {
  if (seen.ahead.size === 0) return seen;
  return closeUp(Math.min(...seen.ahead) - 1, new Set(seen.ahead));
}

function closeUp(through: number, ahead: Set<number>): SeenNumbers {
  let last = through;
  while (ahead.delete(last + 1)) last += 1;
  return { through: last, ahead };
}
