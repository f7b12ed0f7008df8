import { Link } from '@tanstack/react-router';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import type { StageView } from '../../../../lib/summary.ts';
import { AllowedPeople } from '../access/AllowedPeople.tsx';
import { StoredChat } from '../chat/StoredChat.tsx';
import { AccessLog } from '../export/AccessLog.tsx';
import { AttendeeList } from '../meetings/AttendeeList.tsx';
import { Card } from '../meetings/Card.tsx';
import { formatDay } from '../meetings/format-when.ts';
import { PhaseBadge } from '../meetings/PhaseBadge.tsx';
import { StoredPolls } from '../polls/StoredPolls.tsx';
import { RecordingsCard } from '../recording/RecordingsCard.tsx';
import { RetentionCard } from '../retention/RetentionCard.tsx';
import { StageList } from './StageList.tsx';

interface DetailsTabProps {
  details: MeetingDetails;
  stages: readonly StageView[];
}

/** Who was there and when, what was written and recorded, what was done with the meeting, and who has seen it. */
export function DetailsTab({ details: { meeting, people, series, main }, stages }: DetailsTabProps) {
  return (
    <div className="flex flex-col gap-6">
      <Card title={people.length === 0 ? 'People' : `People (${people.length})`}>
        <AttendeeList people={people} />
        {meeting.mayShare && <AllowedPeople meetingId={meeting.id} />}
        <p className="border-line border-t px-5 py-3 text-ink-faint text-sm">
          {meeting.ownerName ? `Hosted by ${meeting.ownerName}` : 'Started without an account'} · AI
          participant {meeting.personaName}
        </p>
      </Card>
      <RecordingsCard meetingId={meeting.id} growing={false} withPlayers={false} />
      <StoredChat meetingId={meeting.id} growing={false} />
      <StoredPolls meetingId={meeting.id} />
      {stages.length > 0 && (
        <Card title="What followed">
          <div className="px-5 py-4">
            <StageList stages={stages} />
          </div>
        </Card>
      )}
      {meeting.mayEdit && <AccessLog meetingId={meeting.id} />}
      {/* A breakout room is kept and deleted with its meeting. */}
      {!main && <RetentionCard meetingId={meeting.id} mayEdit={meeting.mayEdit} />}
      {series.length > 0 && (
        <Card title="Other times">
          <ul className="divide-y divide-line">
            {series.map((each) => (
              <li key={each.id}>
                <Link
                  to="/meetings/$id"
                  params={{ id: each.id }}
                  className="flex items-center justify-between gap-3 px-5 py-3 text-sm hover:bg-sunken"
                >
                  {formatDay(each.atMs, Date.now())}
                  <PhaseBadge phase={each.phase} />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
