import { CalendarClock, Quote, UserRoundCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ApprovalView, Conflict, LineRef } from '../../../../lib/assistant-messages.ts';
import { ApprovalForm, type ApprovalFormProps } from './ApprovalForm.tsx';
import { MarkedText } from './MarkedText.tsx';
import { formOf } from './tool-form.ts';
import { partsOf } from './zoned-moment.ts';

export interface ApprovalCardProps extends ApprovalFormProps {
  /** Name of the AI participant. */
  personaName: string;
  /** Participant id of the reader; null for somebody who reads by their account. */
  me: string | null;
  titleId: string;
  /** Shows the line in the transcript; null where there is none. */
  onShowLine: ((line: LineRef) => void) | null;
  /** Stands beside the title. */
  aside?: ReactNode;
}

/** One proposal that waits for an answer: what, who asked, why, and what stands against it. */
export function ApprovalCard({ personaName, me, titleId, onShowLine, aside, ...form }: ApprovalCardProps) {
  const { approval, timeZone } = form;
  const { askedBy, approver, cause, conflicts } = approval;
  return (
    <>
      <div className="pt-2 pr-2 pb-2.5 pl-4">
        <div className="flex min-h-9 items-center justify-between gap-3">
          <h2 id={titleId} className="min-w-0 font-semibold">
            {formOf(approval.tool).title}?
          </h2>
          {aside}
        </div>
        <p className="pr-2 text-ink-soft text-sm">
          {personaName} proposes it. Asked for by{' '}
          {askedBy.id === me ? 'you' : <MarkedText text={askedBy.name} />}.
        </p>
      </div>
      <div className="flex flex-col gap-2 px-4 pb-2.5 empty:hidden">
        {me !== null && approver.id !== me && (
          <Remark icon={<UserRoundCheck aria-hidden size={16} />}>
            <MarkedText text={approver.name} /> was asked and is not here. You can answer instead.
          </Remark>
        )}
        {cause && <Cause cause={cause} onShowLine={onShowLine} />}
        {conflicts.map((conflict) => (
          <ConflictNote
            key={`${conflict.startsAtMs}.${conflict.name}.${conflict.title}`}
            conflict={conflict}
            timeZone={timeZone}
          />
        ))}
      </div>
      <ApprovalForm {...form} />
    </>
  );
}

interface CauseProps {
  cause: NonNullable<ApprovalView['cause']>;
  onShowLine: ApprovalCardProps['onShowLine'];
}

/** The words that led to it. */
function Cause({ cause, onShowLine }: CauseProps) {
  const words =
    cause.text === '' ? (
      <span>What was said</span>
    ) : (
      <span className="line-clamp-3">
        <bdi className="font-medium">{cause.speakerName}:</bdi> <bdi>{cause.text}</bdi>
      </span>
    );
  if (!onShowLine) return <Remark icon={<Quote aria-hidden size={15} />}>{words}</Remark>;
  return (
    <button
      type="button"
      aria-label={`Show in the transcript: ${cause.speakerName}: ${cause.text}`}
      onClick={() => onShowLine(cause)}
      className="flex items-start gap-2 rounded-lg bg-sunken px-3 py-2 text-left text-ink-soft text-sm hover:text-ink"
    >
      <Quote aria-hidden size={15} className="mt-0.5 shrink-0 text-accent" />
      {words}
    </button>
  );
}

function ConflictNote({ conflict, timeZone }: { conflict: Conflict; timeZone: string }) {
  const { name, title, startsAtMs, durationMinutes } = conflict;
  const clock = (ms: number) => partsOf(new Date(ms).toISOString(), timeZone)?.time;
  return (
    <Remark warn icon={<CalendarClock aria-hidden size={16} />}>
      <MarkedText text={name} /> already has “<MarkedText text={title} />” from {clock(startsAtMs)} to{' '}
      {clock(startsAtMs + durationMinutes * 60_000)}.
    </Remark>
  );
}

function Remark({ icon, warn, children }: { icon: ReactNode; warn?: boolean; children: ReactNode }) {
  return (
    <p
      className={`flex items-start gap-2 rounded-lg px-3 py-2 text-sm ${warn ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink-soft'}`}
    >
      <span className="mt-0.5 shrink-0">{icon}</span>
      <span className="min-w-0">{children}</span>
    </p>
  );
}
