import { Spinner } from './Spinner.tsx';

export function LoadingPage({ label }: { label: string }) {
  return (
    <div role="status" className="flex min-h-full flex-col items-center justify-center gap-4 text-ink-soft">
      <Spinner size={28} />
      {label}
    </div>
  );
}
