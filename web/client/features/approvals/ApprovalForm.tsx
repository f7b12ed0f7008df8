import { Check, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import {
  type ApprovalView,
  assistantLimits,
  type DecideApproval,
} from '../../../../lib/assistant-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ApprovalFields } from './ApprovalFields.tsx';
import { MarkedText } from './MarkedText.tsx';
import { formOf, hasChanged, problemsOf } from './tool-form.ts';
import { useArmed } from './useArmed.ts';
import { useDraft } from './useDraft.ts';

export interface ApprovalFormProps {
  approval: ApprovalView;
  timeZone: string;
  /** Names to choose from. */
  people: readonly string[];
  sending: boolean;
  /** Why the last answer was not taken. */
  problem: string | null;
  onDecide(body: DecideApproval): void;
}

/** The arguments of a proposal and the answers to it. Nothing but the button approves. */
export function ApprovalForm(props: ApprovalFormProps) {
  const { approval, sending, problem, onDecide, timeZone, people } = props;
  const { tool, digest, arguments: proposed } = approval;
  const [draft, setDraft] = useDraft(approval);
  const [rejecting, setRejecting] = useState(false);
  const { fields } = formOf(tool);
  const problems = problemsOf(tool, draft);
  const changed = hasChanged(proposed, draft);
  const armed = useArmed();
  const approve = () => {
    if (!armed || sending || Object.keys(problems).length > 0) return;
    onDecide(changed ? { decision: 'edit', digest, arguments: draft } : { decision: 'approve', digest });
  };
  return (
    <>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-4 pb-4 [mask-image:linear-gradient(to_bottom,black_calc(100%-1rem),transparent)]">
        {fields ? (
          <ApprovalFields
            fields={fields}
            draft={draft}
            problems={problems}
            timeZone={timeZone}
            people={people}
            disabled={sending}
            onChange={setDraft}
          />
        ) : (
          <RawArguments args={proposed} />
        )}
      </div>
      {problem && (
        <p role="alert" className="px-4 pt-2 text-danger text-sm">
          {problem}
        </p>
      )}
      {rejecting ? (
        <RejectForm
          sending={sending}
          onBack={() => setRejecting(false)}
          onReject={(reason) => onDecide({ decision: 'reject', digest, reason })}
        />
      ) : (
        <div className="flex gap-2.5 px-4 pt-1 pb-4">
          <Button className="flex-1" disabled={sending} onClick={() => setRejecting(true)}>
            <X aria-hidden size={17} />
            Reject
          </Button>
          <Button
            look="primary"
            className="flex-[2]"
            busy={sending}
            aria-disabled={!armed || undefined}
            disabled={Object.keys(problems).length > 0}
            onKeyDown={ignoreRepeats}
            onClick={approve}
          >
            {!sending && <Check aria-hidden size={17} />}
            {changed ? 'Approve with changes' : 'Approve'}
          </Button>
        </div>
      )}
    </>
  );
}

interface RejectFormProps {
  sending: boolean;
  onBack(): void;
  onReject(reason: string): void;
}

function RejectForm({ sending, onBack, onReject }: RejectFormProps) {
  const [reason, setReason] = useState('');
  return (
    <form
      className="flex flex-col gap-2.5 px-4 pt-1 pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason.trim());
      }}
    >
      <TextField
        // The person has just asked for it.
        autoFocus
        label="Why not? (may stay empty)"
        value={reason}
        maxLength={assistantLimits.reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="flex gap-2.5">
        <Button className="flex-1" disabled={sending} onClick={onBack}>
          Back
        </Button>
        <Button type="submit" look="dangerQuiet" className="flex-[2]" busy={sending}>
          Reject
        </Button>
      </div>
    </form>
  );
}

/** For a tool without a form: everything, as it would run. */
function RawArguments({ args }: { args: ApprovalView['arguments'] }) {
  return (
    <dl className="flex flex-col gap-2 rounded-xl bg-sunken p-3 text-sm">
      {Object.entries(args).map(([key, value]) => (
        <div key={key}>
          <dt className="font-medium text-ink-soft">
            <MarkedText text={key} />
          </dt>
          <dd>
            <MarkedText text={typeof value === 'string' ? value : JSON.stringify(value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A key that is held down was pressed for something else. */
function ignoreRepeats(event: KeyboardEvent) {
  if (event.repeat) event.preventDefault();
}
