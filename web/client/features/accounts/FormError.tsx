import { CircleAlert } from 'lucide-react';

/** Why a form could not be sent; read out when it appears. */
export function FormError({ error }: { error: Error | string | null }) {
  if (!error) return null;
  return (
    <p role="alert" className="flex gap-2.5 rounded-xl bg-danger-soft px-3.5 py-3 text-danger text-sm">
      <CircleAlert aria-hidden size={18} className="mt-px shrink-0" />
      {typeof error === 'string' ? error : error.message}
    </p>
  );
}
