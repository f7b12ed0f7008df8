import { Toaster, type ToasterProps } from 'sonner';
import { useRemembered } from './remembered.ts';
import { theme } from './theme.ts';

/** Where words in passing are shown, light or dark as the page. */
export function Toasts(props: Omit<ToasterProps, 'theme'>) {
  return <Toaster {...props} theme={useRemembered(theme)} />;
}
