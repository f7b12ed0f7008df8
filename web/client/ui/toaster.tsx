/** Owns the place where `say` shows its words, beside the page's own tree. Imported when somebody says something. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type ExternalToast, toast } from 'sonner';
import type { Said } from './say.ts';
import { Toasts } from './Toasts.tsx';

const id = 'said';
const root = createRoot(document.body.appendChild(document.createElement('div')));
// It has to listen before the first toast is made. The player is at the foot of some pages.
flushSync(() => root.render(<Toasts id={id} position="bottom-center" offset="6rem" mobileOffset="7.5rem" />));

export function show({ text, key, isError = false, undo }: Said): void {
  const options: ExternalToast = {
    toasterId: id,
    ...(key === undefined ? {} : { id: key }),
    ...(undo ? { action: { label: 'Undo', onClick: undo } } : {}),
  };
  if (isError) toast.error(text, options);
  else toast(text, options);
}
