/** `Ana`, `Ana and Ben`, `Ana, Ben and Chloe`. */
export function sayNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
