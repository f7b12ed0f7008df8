import type { ReactNode } from 'react';
import type { AgentStatus } from '../meeting/agent-status.ts';

/** The AI participant as people see it. */
export interface AgentView {
  name: string;
  status: AgentStatus;
  /** The same in words. */
  says: string;
  /** What those who moderate can do with it. */
  menu: ReactNode;
}
