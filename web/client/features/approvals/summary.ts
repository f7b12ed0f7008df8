import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { findEffectTool } from '../../../../lib/tools/registry.ts';

/** One line about a proposal, from its arguments; empty where the tool is not known or the arguments do not fit. */
export function summaryOf({ tool, arguments: args }: Pick<ApprovalView, 'tool' | 'arguments'>): string {
  const found = findEffectTool(tool);
  return found?.arguments.safeParse(args).success ? found.summarise(args) : '';
}
