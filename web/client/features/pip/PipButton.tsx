import type { ReactNode } from 'react';

interface PipButtonProps {
  label: string;
  icon: ReactNode;
  look: 'on' | 'off' | 'danger';
  onClick(): void;
}

const looks = {
  on: 'border border-line bg-surface text-ink hover:bg-sunken',
  off: 'bg-danger-soft text-danger hover:brightness-95',
  danger: 'bg-danger-fill text-white hover:bg-danger-fill-hover',
};

/** A button of the small window. Its tooltip is the browser's own: ours would stand in the page. */
export function PipButton({ label, icon, look, onClick }: PipButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className={`inline-flex size-11 items-center justify-center rounded-xl ${looks[look]}`}
    >
      {icon}
    </button>
  );
}
