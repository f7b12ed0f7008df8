/** What LiveKit says that a participant may send. */
interface Permissions {
  canPublish: boolean;
  /** Empty: all of them. */
  canPublishSources: number[];
}

// livekit_models.proto, TrackSource; livekit-client does not export the numbers.
const sources = { camera: 1, microphone: 2, screen: 3, screenSound: 4 };

/** True also while nothing is known yet: the server refuses in any case. */
export function mayPublish(permissions: Permissions | undefined, kind: keyof typeof sources): boolean {
  if (!permissions) return true;
  const { canPublish, canPublishSources } = permissions;
  return canPublish && (canPublishSources.length === 0 || canPublishSources.includes(sources[kind]));
}
