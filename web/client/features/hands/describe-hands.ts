/** The queue of raised hands before and after a change, as ids in order. */
interface HandsChange {
  before: readonly string[];
  after: readonly string[];
  /** Id of the listener. */
  me: string;
  nameOf(id: string): string;
}

/** What a screen reader says of a change; null when it is only the listener's own doing. */
export function describeHands({ before, after, me, nameOf }: HandsChange): string | null {
  const raised = after.filter((id) => id !== me && !before.includes(id));
  if (raised.length > 0) {
    const names = new Intl.ListFormat('en').format(raised.map(nameOf));
    return `${names} raised a hand. ${after.length} in the queue.`;
  }
  const place = after.indexOf(me);
  const moved = place >= 0 && before.indexOf(me) > place;
  if (moved) return place === 0 ? 'You are next.' : `You are number ${place + 1} in the queue.`;
  return before.length > 0 && after.length === 0 && !(before.length === 1 && before[0] === me)
    ? 'All hands are down.'
    : null;
}
