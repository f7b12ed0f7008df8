import { Share2 } from 'lucide-react';
import { lazy, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog }));

/** Shows a meeting that is over to people without an account, by a link that expires. */
export function ShareButton({ meetingId }: { meetingId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Share2 aria-hidden size={17} />
        Share
      </Button>
      {open && (
        <LazyPart failed={<PartFailed onDismiss={() => setOpen(false)} />}>
          <ShareDialog meetingId={meetingId} onClose={() => setOpen(false)} />
        </LazyPart>
      )}
    </>
  );
}
