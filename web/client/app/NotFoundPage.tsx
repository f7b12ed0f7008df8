import { Compass } from 'lucide-react';
import { HomeLink } from '../ui/HomeLink.tsx';
import { MessagePage } from '../ui/MessagePage.tsx';

export function NotFoundPage() {
  return (
    <MessagePage
      icon={<Compass aria-hidden size={26} />}
      title="There is no page here"
      actions={<HomeLink>Go to the start</HomeLink>}
    >
      The address may be cut off. A meeting's link ends in a code like abc-defg-hij.
    </MessagePage>
  );
}
