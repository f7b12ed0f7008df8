/** What a bare participant is told, and how it is started and stopped. */
import { type ChildProcess, fork } from 'node:child_process';
import { AccessToken } from 'livekit-server-sdk';
import { z } from 'zod';

export const bareTopic = 'bench.bare';

export type BareOrder =
  | { type: 'connect'; url: string; token: string; attributes: Record<string, string>; hears: boolean }
  | { type: 'send'; id: string; text: string }
  | { type: 'leave' };

export interface BareParticipant extends AsyncDisposable {
  readonly pid: number;
  connect(options: Omit<Extract<BareOrder, { type: 'connect' }>, 'type'>): Promise<void>;
  /** Sends to everyone; the text carries the moment at which it was handed over. */
  send(id: string, text: string): void;
}

const answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

/** Resolves when the process has loaded the media client and waits for orders. */
export async function startBareParticipant(): Promise<BareParticipant> {
  const child = fork(new URL('./bare-participant.ts', import.meta.url));
  await answered(child);
  const order = (message: BareOrder) => child.send(message);
  return {
    pid: child.pid ?? 0,
    async connect(options) {
      const connected = answered(child);
      order({ type: 'connect', ...options });
      await connected;
    },
    send: (id, text) => void order({ type: 'send', id, text }),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      const exited = new Promise((resolve) => child.once('exit', resolve));
      order({ type: 'leave' });
      await exited;
    },
  };
}

function answered(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the bare participant ended'));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      const parsed = answer.parse(message);
      if (parsed.type === 'failed') reject(new Error(parsed.message));
      else resolve();
    });
  });
}

/** A token for a participant that Parley does not know. */
export function bareToken(env: Record<string, string>, room: string, identity: string): Promise<string> {
  const token = new AccessToken(env.LIVEKIT_API_KEY, env.LIVEKIT_API_SECRET, { identity });
  token.addGrant({ roomJoin: true, room, canUpdateOwnMetadata: true });
  return token.toJwt();
}
