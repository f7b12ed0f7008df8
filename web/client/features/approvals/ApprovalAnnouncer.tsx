import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { formOf } from './tool-form.ts';

interface ApprovalAnnouncerProps {
  personaName: string;
  /** What the popup shows. */
  current: ApprovalView | null;
}

/** Tells a screen reader that something is asked, without moving the focus. */
export function ApprovalAnnouncer({ personaName, current }: ApprovalAnnouncerProps) {
  return (
    <p aria-live="assertive" className="sr-only">
      {current && `${personaName} asks you to approve: ${formOf(current.tool).title}. Press F8 to go to it.`}
    </p>
  );
}
