import { useState } from 'react';
import type { MeetingId, ParticipantId } from '../../../../lib/ids.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { NoteEditor } from './NoteEditor.tsx';

interface NotesPanelProps {
  meetingId: MeetingId;
  participantId: ParticipantId;
  apiToken: string;
}

type Whose = 'meeting' | 'mine';

/** Notes of everyone in the meeting, and those that only oneself sees. */
export function NotesPanel({ meetingId, participantId, apiToken }: NotesPanelProps) {
  const [whose, setWhose] = useState<Whose>('meeting');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-4 pb-3">
        <Tabs<Whose>
          label="Whose notes"
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'meeting', label: 'Meeting' },
            { value: 'mine', label: 'Only me' },
          ]}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col border-line border-t">
        {whose === 'meeting' ? (
          <NoteEditor
            document={{ meetingId, kind: 'notes', ownerId: null }}
            token={apiToken}
            label="Notes of the meeting"
            hint="Write down together what matters. Everyone in the meeting sees it at once, and finds it on the meeting’s page."
          />
        ) : (
          <NoteEditor
            document={{ meetingId, kind: 'my-notes', ownerId: participantId }}
            token={apiToken}
            label="Your own notes"
            hint="Only you see these notes, now and on the meeting’s page. They are in no summary."
          />
        )}
      </div>
    </div>
  );
}
