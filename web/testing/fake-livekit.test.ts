import { describe } from 'vitest';
import { createFakeLiveKit } from './fake-livekit.ts';
import { describeLiveKitPort } from './livekit-port.contract.ts';

describe(createFakeLiveKit, () =>
  describeLiveKitPort(() => {
    const port = createFakeLiveKit();
    return { port, readMetadata: async (room) => port.metadataOf(room) };
  }),
);
