import type { ConnectionQuality } from 'livekit-client';

/** How LiveKit rates what a person sends and gets; the strings of its `ConnectionQuality`. */
export type Quality = `${ConnectionQuality}`;

/** A connection in words; null while nothing is known about it. */
export function connectionWords(quality: Quality): string | null {
  switch (quality) {
    case 'excellent':
    case 'good':
      return 'Good connection';
    case 'poor':
      return 'Weak connection';
    case 'lost':
      return 'Connection lost';
    case 'unknown':
      return null;
    default:
      return quality satisfies never;
  }
}

/** Others notice it: sound breaks off, pictures stand still. */
export function isWeak(quality: Quality): boolean {
  return quality === 'poor' || quality === 'lost';
}
