/** What a person may not say of itself, or do to others, through its connection to LiveKit. */
import { agentStateAttribute, personAttributes } from '../../lib/messages.ts';
import { planted } from './control-samples.ts';
import type { Forgery, Scene } from './forgery.ts';
import type { Intruder } from './intruder.ts';

const roles: Record<string, string> = { [personAttributes.role]: 'host', [agentStateAttribute]: 'speaking' };
/** How long web may take to put somebody out whom it does not know. */
const ghostMs = 20_000;

export function forgeStanding(scene: Scene): Forgery[] {
  const { intruder, agent, victim } = scene;
  const ask = (name: string, done: () => Promise<string>): Forgery => ({
    name,
    send: async () => ((await done()) === 'done' ? 'LiveKit took it' : null),
  });
  /** livekit-client is told nothing about what became of these. */
  const tell = (name: string, send: () => Promise<string>): Forgery => ({
    name,
    async send() {
      await send();
      return null;
    },
  });
  const mute = (identity: string) =>
    intruder.withRoom(async (room, of) => {
      const tracks = room.remoteParticipants.get(of)?.trackPublications.keys() ?? [];
      for (const sid of tracks) await room.engine.client.sendMuteTrack(sid, true);
    }, identity);
  return [
    ask('another name', () =>
      intruder.withRoom((room, name) => room.localParticipant.setName(name), planted),
    ),
    ask('metadata', () =>
      intruder.withRoom((room, text) => room.localParticipant.setMetadata(text), planted),
    ),
    ask('the role of a host', () =>
      intruder.withRoom((room, given) => room.localParticipant.setAttributes(given), roles),
    ),
    tell('the microphone of the victim turned off', () => mute(victim.identity)),
    tell('the voice of the agent turned off', () => mute(agent.identity)),
    ...['screen_share', 'screen_share_audio'].map((source) =>
      ask(`a track as ${source}`, () => publish(intruder, source)),
    ),
    {
      name: 'the role of a host in the address of a connection',
      send: () => connectWith(scene, `attributes=${encode(JSON.stringify(roles))}`),
    },
    { name: 'a second identity with the same token', allows: /./, send: () => comeAsGhost(intruder) },
  ];
}

function publish(intruder: Intruder, source: string): Promise<string> {
  return intruder.withRoom(async (room, as) => {
    const track = as.endsWith('audio')
      ? new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]
      : document.createElement('canvas').captureStream(5).getVideoTracks()[0];
    if (track) await room.localParticipant.publishTrack(track, { source: as as never, name: 'planted' });
  }, source);
}

const encode = (text: string) => Buffer.from(text).toString('base64url');

/** The answer to a connection whose address says more than the token; null when it is refused. */
function connectWith({ intruder }: Scene, query: string): Promise<string | null> {
  const { serverUrl, token } = intruder.joined;
  const socket = new WebSocket(`${serverUrl}/rtc?access_token=${token}&protocol=15&sdk=js&${query}`);
  return new Promise((resolve) => {
    socket.addEventListener('error', () => resolve(null), { once: true });
    socket.addEventListener(
      'open',
      () => {
        socket.close();
        resolve('LiveKit took the connection');
      },
      { once: true },
    );
  });
}

/** `publish=x` makes livekit-server add `#x` to the identity of the token: a person whom nobody let in. */
async function comeAsGhost(intruder: Intruder): Promise<string | null> {
  const { serverUrl, token } = intruder.joined;
  const outcome = await intruder.withRoom(
    async (_room, { url, pass }) => {
      const { LivekitClient: client } = window as unknown as {
        LivekitClient: typeof import('livekit-client');
      };
      const Native = WebSocket;
      window.WebSocket = class extends Native {
        constructor(address: string | URL, protocols?: string | string[]) {
          super(`${address}&publish=ghost`, protocols);
        }
      };
      const ghost = new client.Room({ singlePeerConnection: false });
      try {
        await ghost.connect(url, pass, { autoSubscribe: false });
        await new Promise((resolve) => ghost.once(client.RoomEvent.Disconnected, resolve));
      } finally {
        window.WebSocket = Native;
        await ghost.disconnect();
      }
    },
    { url: serverUrl, pass: token },
    ghostMs,
  );
  // Put out before it was there, or after: both end the attempt.
  return outcome === 'no answer' ? 'it stays in the room' : null;
}
