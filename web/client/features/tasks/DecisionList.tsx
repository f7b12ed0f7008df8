import { Gavel, Plus } from 'lucide-react';
import { lazy, useState } from 'react';
import type { ChangeDecision, DecisionView } from '../../../../lib/task-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { LineLinks } from '../after/LineLinks.tsx';
import { Section } from '../after/Section.tsx';
import { RemovedItems } from './RemovedItems.tsx';
import { RowActions } from './RowActions.tsx';
import { useDecisions } from './useDecisions.ts';

const DecisionForm = lazy(async () => ({ default: (await import('./DecisionForm.tsx')).DecisionForm }));

/** What was decided in a meeting that is over: corrected, added, taken away. `growing`: more may be found. */
export function DecisionList({ growing }: { growing: boolean }) {
  const { meetingId, mayCorrect } = useAfterMeeting();
  const decisions = useDecisions(meetingId, mayCorrect);
  const [isAdding, setAdding] = useState(false);
  const { there = [] } = decisions;
  return (
    <Section
      title="Decisions"
      action={
        mayCorrect && (
          <Button look="plain" onClick={() => setAdding(true)} disabled={isAdding}>
            <Plus aria-hidden size={16} /> Add
          </Button>
        )
      }
    >
      {decisions.error && (
        <p role="alert" className="mb-3 text-danger text-sm">
          {decisions.error.message}
        </p>
      )}
      {decisions.there?.length === 0 && !isAdding && !growing && (
        <p className="text-ink-soft">Nothing was decided.</p>
      )}
      {(there.length > 0 || isAdding) && (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
          {there.map((decision) => (
            <Decision key={decision.id} decision={decision} onChange={decisions.change} />
          ))}
          {isAdding && (
            <li>
              <LazyPart>
                <DecisionForm
                  initial=""
                  saveLabel="Add"
                  onCancel={() => setAdding(false)}
                  onSave={(text) => {
                    decisions.add(text);
                    setAdding(false);
                  }}
                />
              </LazyPart>
            </li>
          )}
        </ul>
      )}
      <RemovedItems
        items={decisions.removed}
        onRestore={(id) => {
          const decision = decisions.removed.find((each) => each.id === id);
          if (decision) decisions.change(decision, { removed: false });
        }}
      />
    </Section>
  );
}

interface DecisionProps {
  decision: DecisionView;
  onChange(decision: DecisionView, change: ChangeDecision): void;
}

function Decision({ decision, onChange }: DecisionProps) {
  const { mayCorrect } = useAfterMeeting();
  const [isOpen, setOpen] = useState(false);
  const { text, lines, recordedBy } = decision;
  if (isOpen) {
    return (
      <li>
        <LazyPart>
          <DecisionForm
            initial={text}
            saveLabel="Save"
            onCancel={() => setOpen(false)}
            onSave={(next) => {
              onChange(decision, { text: next });
              setOpen(false);
            }}
          />
        </LazyPart>
      </li>
    );
  }
  return (
    <li className="flex items-start gap-3.5 px-5 py-3.5">
      <Gavel aria-hidden size={18} className="mt-1 shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="break-words">{text}</p>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ink-faint text-sm empty:hidden">
          {recordedBy && <span>Approved by {recordedBy}</span>}
          <LineLinks lines={lines} />
        </div>
      </div>
      {mayCorrect && (
        <RowActions
          what={text}
          onEdit={() => setOpen(true)}
          onRemove={() => onChange(decision, { removed: true })}
        />
      )}
    </li>
  );
}
