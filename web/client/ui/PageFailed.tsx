import { Unplug } from 'lucide-react';
import { Button } from './Button.tsx';
import { HomeLink } from './HomeLink.tsx';
import { MessagePage } from './MessagePage.tsx';

/** For a whole page that is not there: offline, replaced on the server by a newer one, or broken. */
export function PageFailed() {
  return (
    <MessagePage
      icon={<Unplug aria-hidden size={26} />}
      title="This page could not be opened"
      actions={
        <>
          <Button look="primary" size="large" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
          <HomeLink>Go to the start</HomeLink>
        </>
      }
    >
      Parley may have been updated, or the connection is gone. Nothing that was saved is lost.
    </MessagePage>
  );
}
