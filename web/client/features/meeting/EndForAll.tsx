import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { Joined } from '../../../../lib/messages.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { endMeeting } from '../api/meetings.ts';
import type { MeetingSession } from './meeting-session.ts';

interface EndForAllProps {
  joined: Joined;
  session: MeetingSession;
  asking: boolean;
  onClose(): void;
}

/** The question before the host ends the meeting for everyone. */
export function EndForAll({ joined, session, asking, onClose }: EndForAllProps) {
  const end = useMutation({
    mutationFn: () => endMeeting(joined.meeting.id, joined.apiToken),
    onSuccess: () => session.finish('ended'),
    onError: (error) => toast.error(`The meeting could not be ended. ${error.message}`),
  });
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={(open) => !open && onClose()}
      title="End the meeting for everyone?"
      confirmLabel="End for all"
      busy={end.isPending}
      onConfirm={() => end.mutate()}
    >
      Everyone leaves at once, and nobody can join again. The transcript is kept.
    </ConfirmDialog>
  );
}
