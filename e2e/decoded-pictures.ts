/** How many pictures of others a page really decodes, as its WebRTC connections count them. */
import type { Page } from 'playwright-core';

/** Longer than the pause between two pictures of an extra. */
const spanMs = 1_500;

/** Before the page is opened. */
export async function watchDecoding(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    Object.assign(window, { connections });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
  });
}

/** Streams of video of which a picture was decoded within a moment. */
export function countDecodedPictures(page: Page): Promise<number> {
  return page.evaluate(async (ms) => {
    const { connections } = window as unknown as { connections: RTCPeerConnection[] };
    const read = async () => {
      const decoded = new Map<string, number>();
      for (const [index, connection] of connections.entries()) {
        for (const stat of (await connection.getStats()).values()) {
          if (stat.type !== 'inbound-rtp' || stat.kind !== 'video') continue;
          decoded.set(`${index}/${stat.id}`, stat.framesDecoded ?? 0);
        }
      }
      return decoded;
    };
    const before = await read();
    await new Promise((resolve) => setTimeout(resolve, ms));
    const after = await read();
    return [...after].filter(([id, frames]) => frames > (before.get(id) ?? 0)).length;
  }, spanMs);
}
