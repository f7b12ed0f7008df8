/** Names by the place of the choice that they voted for. */
export function votersOf(places: number, votes: readonly { name: string; choices: number[] }[]): string[][] {
  return Array.from({ length: places }, (_, place) =>
    votes.filter(({ choices }) => choices.includes(place)).map(({ name }) => name),
  );
}
