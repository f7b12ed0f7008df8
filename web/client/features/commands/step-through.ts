/** What is next in a list that goes round, `by` 1 or -1; the first when nothing, or what is gone, was picked. */
export function stepThrough<T>(list: readonly T[], picked: T | undefined, by: 1 | -1): T | undefined {
  const at = picked === undefined ? -1 : list.indexOf(picked);
  return at < 0 ? list.at(0) : list.at((at + by) % list.length);
}
