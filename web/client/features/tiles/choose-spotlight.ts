interface Scene {
  /** Keys of everyone who has a tile, in their order. */
  present: readonly string[];
  /** Keys of those who speak, who began first comes first. */
  speakers: readonly string[];
  /** Key of oneself; one does not need to see oneself speak. */
  self: string;
  /** Whom the person wants to see, also while that one is away; null for whoever speaks. */
  pinned: string | null;
}

/**
 * Who is large: the one who was pinned, else the one who speaks, for as long as that lasts and afterwards until
 * somebody else does. Null when nobody is there.
 */
export function chooseSpotlight(before: string | null, scene: Scene): string | null {
  const { present, speakers, self, pinned } = scene;
  if (pinned !== null && present.includes(pinned)) return pinned;
  const others = present.filter((key) => key !== self);
  const stays = before !== null && others.includes(before);
  if (stays && speakers.includes(before)) return before;
  const speaker = speakers.find((key) => others.includes(key));
  return speaker ?? (stays ? before : (others[0] ?? present[0] ?? null));
}
