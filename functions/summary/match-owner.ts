/** The one of `people` whom a model means by a name, spelled as it stands there; null for nobody, or for several. */
export function matchOwner(name: string | null, people: readonly string[]): string | null {
  const wanted = fold(name ?? '');
  if (wanted === '') return null;
  const steps: ((person: string) => boolean)[] = [
    (person) => fold(person) === wanted,
    (person) => ` ${fold(person)} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${fold(person)} `),
  ];
  for (const matches of steps) {
    const [only, ...others] = new Set(people.filter(matches));
    if (only !== undefined) return others.length === 0 ? only : null;
  }
  return null;
}

const fold = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
