/** The AI participant's tile: its identity changes when another worker takes over, its place does not. */
export const agentKey = 'agent';

interface Person {
  identity: string;
  isLocal: boolean;
  joinedAtMs: number;
}

/** Oneself first, then the others as they came: nobody moves while people talk. */
export function orderPeople<P extends Person>(people: readonly P[]): P[] {
  return people.toSorted(
    (a, b) =>
      Number(b.isLocal) - Number(a.isLocal) ||
      a.joinedAtMs - b.joinedAtMs ||
      (a.identity < b.identity ? -1 : 1),
  );
}
