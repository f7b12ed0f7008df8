import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { formOf } from './tool-form.ts';

interface ApprovalNoticeProps {
  approval: ApprovalView;
  personaName: string;
  onLook(): void;
}

/** On a sheet that covers the popup: what waits under it. */
export function ApprovalNotice({ approval, personaName, onLook }: ApprovalNoticeProps) {
  return (
    <div role="status" className="mx-3 mb-2 flex items-center gap-3 rounded-xl bg-warn-soft py-2 pr-2 pl-3.5">
      <p className="min-w-0 flex-1 text-sm text-warn">
        {personaName} asks you to approve: {formOf(approval.tool).title}
      </p>
      <Button onClick={onLook}>Look</Button>
    </div>
  );
}
