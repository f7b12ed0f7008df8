import { DateTime } from 'luxon';
import type { ApprovalView } from '../../lib/assistant-messages.ts';
import { cleanText } from '../../lib/text.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';
import type { ToolField } from '../../lib/tools/tool.ts';

/** Longer words are read in the popup, not listened to. */
const longest = 100;

/** What is said of a proposal that waits: what it is about, and who decides. */
export function askedSentence({ tool, arguments: args, approver, askedBy }: ApprovalView): string {
  const known = findEffectTool(tool);
  const words = (known?.fields ?? []).flatMap(({ key, kind }) => wordsFor(kind, args[key]));
  const what = known ? `${[known.title, words.join(', ')].filter(Boolean).join(': ')}. ` : '';
  return approver.id === askedBy.id
    ? `${what}Please approve it on your screen.`
    : `${what}I have asked ${approver.name} to approve it.`;
}

/** The parts that can be checked by ear: words and times. Lists of names are in the popup. */
function wordsFor(kind: ToolField['kind'], value: unknown): string[] {
  if (typeof value !== 'string' || value === '') return [];
  switch (kind) {
    case 'line':
    case 'name':
      return [spoken(value)];
    case 'text':
      return value.length <= longest ? [spoken(value)] : [];
    case 'moment':
      return [DateTime.fromISO(value, { setZone: true }).toFormat("cccc d LLLL 'at' HH:mm")];
    case 'date':
      return [DateTime.fromISO(value).toFormat('cccc d LLLL')];
    default:
      return [];
  }
}

const spoken = (words: string) => cleanText(words, longest).replace(/[.\s]+$/, '');
