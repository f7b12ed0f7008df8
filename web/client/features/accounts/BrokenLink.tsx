import { Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { MessagePage } from '../../ui/MessagePage.tsx';

/** For an address whose secret is missing or cut off. */
export function BrokenLink({ action }: { action: ReactNode }) {
  return (
    <MessagePage icon={<Unlink aria-hidden size={26} />} title="This link is not whole" actions={action}>
      Open it again from the mail, or copy all of it.
    </MessagePage>
  );
}
