import { lazy, useState } from 'react';
import type { StageView, SummaryView } from '../../../../lib/summary.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { isMoving } from '../after/stage-poll.ts';
import { DecisionList } from '../tasks/DecisionList.tsx';
import { OutcomeTasks } from '../tasks/OutcomeTasks.tsx';
import { SummaryBar } from './SummaryBar.tsx';
import { CitedList, Topics } from './SummaryParts.tsx';
import { useSummary } from './useSummary.ts';

const NoSummary = lazy(async () => ({ default: (await import('./NoSummary.tsx')).NoSummary }));
const FoundOutcomes = lazy(async () => ({ default: (await import('./FoundOutcomes.tsx')).FoundOutcomes }));
const RewriteDialog = lazy(async () => ({ default: (await import('./RewriteDialog.tsx')).RewriteDialog }));

/** What came out of the meeting, each item with the lines that it comes from. */
export function SummaryTab({ stages }: { stages: readonly StageView[] }) {
  const { meetingId, mayEdit } = useAfterMeeting();
  const [version, setVersion] = useState<number | null>(null);
  const [isRewriting, setRewriting] = useState(false);
  const found = useSummary(meetingId, version);
  const stage = stages.find((each) => each.stage === 'summary');
  const writing = stage !== undefined && isMoving(stage);
  const summary = found.data?.summary ?? null;
  const isOld = summary !== null && summary.version !== found.data?.versions[0]?.version;
  return (
    <div className="flex flex-col gap-8">
      {summary && (
        <SummaryBar
          summary={summary}
          versions={found.data?.versions ?? []}
          onVersion={setVersion}
          onRewrite={mayEdit ? () => setRewriting(true) : null}
          writing={writing}
        />
      )}
      {found.isPending && (
        <p role="status" className="flex items-center gap-3 py-10 text-ink-soft">
          <Spinner /> Looking for the summary
        </p>
      )}
      {found.error && !found.data && (
        <div role="alert" className="flex flex-col items-start gap-4 py-6 text-ink-soft">
          {found.error.message}
          <Button onClick={() => void found.refetch()}>Try again</Button>
        </div>
      )}
      <LazyPart>
        {found.data && !summary && (
          <NoSummary stage={stage ?? null} onWrite={mayEdit ? () => setRewriting(true) : null} />
        )}
      </LazyPart>
      {summary && <Overview summary={summary} />}
      {summary && isOld ? (
        <LazyPart>
          <FoundOutcomes content={summary.content} />
        </LazyPart>
      ) : (
        <>
          <DecisionList growing={writing} />
          <OutcomeTasks growing={writing} />
        </>
      )}
      {summary && (
        <>
          <Topics topics={summary.content.topics} />
          <CitedList title="Open questions" items={summary.content.questions} />
          <CitedList title="Numbers" items={summary.content.numbers} />
        </>
      )}
      <LazyPart failed={<PartFailed onDismiss={() => setRewriting(false)} />}>
        {isRewriting && <RewriteDialog onClose={() => setRewriting(false)} />}
      </LazyPart>
    </div>
  );
}

function Overview({ summary: { content } }: { summary: SummaryView }) {
  if (content.overview === '') return null;
  return (
    <p className="max-w-prose whitespace-pre-line text-pretty text-lg leading-relaxed">{content.overview}</p>
  );
}
