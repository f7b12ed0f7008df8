/** How people see the agent: its name and its state. */
import type { Logger } from '../lib/logger.ts';
import { type AgentState, agentStateAttribute } from '../lib/messages.ts';

export interface Look {
  name: string;
  state: AgentState;
}

/** The part of rtc-node's local participant that is needed here. */
export interface ShownParticipant {
  updateName(name: string): Promise<void>;
  setAttributes(attributes: Record<string, string>): Promise<void>;
}

/**
 * Shows the newest look, and skips those that were overtaken. One change after the other: each of LiveKit's calls
 * sends name and attributes together, and would put back what the other one has just changed.
 */
export function createAppearance(
  participant: () => ShownParticipant | undefined,
  logger: Logger,
): (look: Look) => void {
  let wanted: Look | null = null;
  let shown: Partial<Look> = {};
  let running = false;

  const run = async () => {
    while (wanted) {
      const { name, state }: Look = wanted;
      const me = participant();
      wanted = null;
      if (!me) continue;
      try {
        if (state !== shown.state) await me.setAttributes({ [agentStateAttribute]: state });
        shown = { ...shown, state };
        if (name !== shown.name) await me.updateName(name);
        shown = { name, state };
      } catch (error) {
        logger.warn({ err: error, state }, 'look not shown');
      }
    }
    running = false;
  };

  return (look) => {
    wanted = look;
    if (running) return;
    running = true;
    void run();
  };
}
