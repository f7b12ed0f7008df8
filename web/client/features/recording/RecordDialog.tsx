import { AudioLines, Video } from 'lucide-react';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import type { RecordingControl } from './useRecordingControl.ts';

interface RecordDialogProps {
  recording: RecordingControl;
  onClose(): void;
}

const choices = [
  {
    picture: false,
    icon: AudioLines,
    title: 'Sound',
    hint: 'To listen to again, and for a better transcript.',
  },
  {
    picture: true,
    icon: Video,
    title: 'Sound and picture',
    hint: 'Also a video of the people and of what they share.',
  },
];

/** Where a picture can be recorded: what to keep of the meeting from now on. */
export function RecordDialog({ recording, onClose }: RecordDialogProps) {
  return (
    <DialogFrame
      title="Record this meeting"
      description="Everyone is shown what is recorded, before anything is kept and as long as it lasts."
      width="narrow"
      onClose={onClose}
    >
      <div className="mt-4 flex flex-col gap-2">
        {choices.map(({ picture, icon: Icon, title, hint }) => (
          <button
            key={title}
            type="button"
            disabled={recording.recording || recording.busy}
            onClick={() => {
              recording.start({ picture });
              onClose();
            }}
            className="flex items-center gap-4 rounded-xl border border-line px-4 py-3 text-left hover:border-line-strong hover:bg-sunken disabled:opacity-55"
          >
            <Icon aria-hidden size={22} className="shrink-0 text-accent" />
            <span>
              <span className="block font-medium">{title}</span>
              <span className="block text-ink-soft text-sm">{hint}</span>
            </span>
          </button>
        ))}
      </div>
    </DialogFrame>
  );
}
