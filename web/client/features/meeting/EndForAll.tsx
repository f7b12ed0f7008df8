import { useMutation } from '@tanstack/react-query';
import { CircleStop } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Joined } from '../../../../lib/messages.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { endMeeting } from '../api/meetings.ts';
import type { MeetingSession } from './meeting-session.ts';

/** The host's way to end the meeting for everyone, after a question. */
export function EndForAll({ joined, session }: { joined: Joined; session: MeetingSession }) {
  const [asking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: () => endMeeting(joined.meeting.id, joined.apiToken),
    onSuccess: () => session.finish('ended'),
    onError: (error) => toast.error(`The meeting could not be ended. ${error.message}`),
  });
  return (
    <>
      <IconButton
        label="End meeting for all"
        icon={<CircleStop aria-hidden size={21} />}
        look="off"
        size="large"
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="End the meeting for everyone?"
        confirmLabel="End for all"
        busy={end.isPending}
        onConfirm={() => end.mutate()}
      >
        All people leave at once, and nobody can join again. The transcript is kept.
      </ConfirmDialog>
    </>
  );
}
