import type { Logger } from '../lib/logger.ts';
import type { AgentState } from '../lib/messages.ts';
import type { WebClient } from './web-client.ts';

/** Web dispatches another agent after three missed ones. */
const everyMs = 3_000;

export interface Heartbeat {
  /** Reports now, as well as every 3 s: state changes should not wait. */
  beat(): void;
  /** Stops, and says goodbye, so that web need not wait for silence. */
  stop(): Promise<void>;
}

interface HeartbeatOptions {
  web: Pick<WebClient, 'sendHeartbeat'>;
  state: () => AgentState;
  /** Called once when web says that this job is not wanted any more. */
  onDismissed: (reason: 'superseded' | 'ended') => void;
  logger: Logger;
}

export function startHeartbeat({ web, state, onDismissed, logger }: HeartbeatOptions): Heartbeat {
  let dismissed = false;
  let failing = false;
  const beat = async () => {
    try {
      const answer = await web.sendHeartbeat(state());
      failing = false;
      if (dismissed || (!answer.superseded && !answer.ended)) return;
      dismissed = true;
      onDismissed(answer.ended ? 'ended' : 'superseded');
    } catch (error) {
      if (!failing) logger.warn({ err: error }, 'heartbeat not taken');
      failing = true;
    }
  };
  const timer = setInterval(beat, everyMs);
  return {
    beat: () => void beat(),
    async stop() {
      dismissed = true;
      clearInterval(timer);
      await web.sendHeartbeat('leaving').catch(() => undefined);
    },
  };
}
