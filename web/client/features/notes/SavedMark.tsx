import { Check, CloudOff, Eye, Loader2 } from 'lucide-react';
import type { DocumentState } from '../documents/document-state.ts';
import { describeSaved } from './saved-state.ts';

/** Whether what is written is safe. Only what somebody has to know is read out. */
export function SavedMark({ document }: { document: DocumentState }) {
  const { text, urgent } = describeSaved(document);
  const Icon = urgent ? CloudOff : text === 'Read only' ? Eye : text === 'Saved' ? Check : Loader2;
  return (
    <p
      role={urgent ? 'status' : undefined}
      className={`flex items-center gap-2 ${urgent ? 'text-warn' : 'text-ink-faint'}`}
    >
      <Icon aria-hidden size={15} className="shrink-0" />
      {text}
    </p>
  );
}
