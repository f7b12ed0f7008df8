import { TriangleAlert } from 'lucide-react';

interface DeviceNoticeProps {
  text: string;
  action: string;
  onAction(): void;
}

/** What is wrong with a device, and one way to go on. */
export function DeviceNotice({ text, action, onAction }: DeviceNoticeProps) {
  return (
    <div
      role="status"
      className="flex items-start gap-2.5 rounded-xl bg-warn-soft px-3.5 py-2.5 text-sm text-warn"
    >
      <TriangleAlert aria-hidden size={17} className="mt-0.5 shrink-0" />
      <p>
        {text}{' '}
        <button type="button" onClick={onAction} className="font-semibold underline underline-offset-2">
          {action}
        </button>
      </p>
    </div>
  );
}
