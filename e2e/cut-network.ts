import type { Page } from 'playwright-core';

export interface Cut {
  /** The network is there again. */
  restore(): Promise<void>;
}

/** Takes the network away from one page: requests, WebSockets, sound and picture. Other pages keep theirs. */
export async function cutNetwork(page: Page): Promise<Cut> {
  const devtools = await page.context().newCDPSession(page);
  const emulate = (offline: boolean) =>
    devtools.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
      // Of WebRTC, which `offline` leaves alone.
      packetLoss: offline ? 100 : 0,
    });
  await devtools.send('Network.enable');
  await emulate(true);
  return {
    async restore() {
      await emulate(false);
      await devtools.detach();
    },
  };
}
