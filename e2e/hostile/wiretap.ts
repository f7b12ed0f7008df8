/**
 * The data channels of a page: everything that arrived on them, and a way to send bytes that livekit-client would
 * never send. Patches WebRTC before the page's own code runs.
 */
import { DataPacket } from '@livekit/protocol';
import type { Page } from 'playwright-core';

export interface Wiretap {
  /** Packets that came in since the last call, in order. */
  takeArrived(): Promise<DataPacket[]>;
  /** Sends bytes as they are; throws when livekit-client has not opened the channel. */
  send(bytes: Uint8Array, channel: Channel): Promise<void>;
}

/** Labels of livekit-client; `unheard-of` is a channel that only the sender knows. */
export type Channel = '_reliable' | '_lossy' | 'unheard-of';

interface TappedWindow {
  tap: { arrived: string[]; send(base64: string, label: string): Promise<void> };
}

/** Call it before the page loads anything. */
export async function tapPackets(page: Page): Promise<Wiretap> {
  await page.addInitScript(installTap);
  return {
    async takeArrived() {
      const arrived = await page.evaluate(() => (window as unknown as TappedWindow).tap.arrived.splice(0));
      return arrived.flatMap(decode);
    },
    send: (bytes, label) =>
      page.evaluate(([base64, to]) => (window as unknown as TappedWindow).tap.send(base64, to), [
        Buffer.from(bytes).toString('base64'),
        label,
      ] as const),
  };
}

/** Bytes that are no packet, which only a foreign channel has, are left out. */
function decode(base64: string): DataPacket[] {
  try {
    return [DataPacket.fromBinary(Buffer.from(base64, 'base64'))];
  } catch {
    return [];
  }
}

/** Runs in the page. */
function installTap(): void {
  const arrived: string[] = [];
  const channels = new Map<string, RTCDataChannel>();
  const listen = (channel: RTCDataChannel) => {
    channel.addEventListener('message', ({ data }) => {
      const bytes = new Uint8Array(data instanceof ArrayBuffer ? data : []);
      arrived.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    });
  };
  const { createDataChannel } = RTCPeerConnection.prototype;
  let newest: RTCPeerConnection | null = null;
  RTCPeerConnection.prototype.createDataChannel = function (label, options) {
    const channel = createDataChannel.call(this, label, options);
    // A second connection of the same page leaves the first one its channels.
    if (channels.get(label)?.readyState !== 'open') channels.set(label, channel);
    newest = this;
    listen(channel);
    return channel;
  };
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('datachannel', ({ channel }) => listen(channel));
    }
  };
  const send = async (base64: string, label: string) => {
    const channel = channels.get(label) ?? newest?.createDataChannel(label);
    if (!channel) throw new Error(`no data channel ${label}`);
    const opened = new Promise((resolve) => channel.addEventListener('open', resolve, { once: true }));
    if (channel.readyState === 'connecting') await opened;
    channel.send(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  };
  (window as unknown as TappedWindow).tap = { arrived, send };
}
