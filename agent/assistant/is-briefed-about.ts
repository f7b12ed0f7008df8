import type { Briefing } from '../../lib/assistant-messages.ts';

/**
 * True when web counted all of these people as present as it wrote the briefing. Web hears of an arrival a moment
 * later than the room: what all who are present may know was then chosen without the newcomer.
 */
export function isBriefedAbout(
  { people }: Pick<Briefing, 'people'>,
  here: readonly { id: string }[],
): boolean {
  const known = new Set<string>(people.filter(({ present }) => present).map(({ id }) => id));
  return here.every(({ id }) => known.has(id));
}
