import { useRouterState } from '@tanstack/react-router';
import { lazy, useCallback, useMemo, useState } from 'react';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { type LineView, writeLineRef } from '../../../../lib/line-messages.ts';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { AppHeader } from '../accounts/AppHeader.tsx';
import { localTimeZone } from '../accounts/read-link-token.ts';
import type { Reveal } from '../captions/useReveal.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { TranscriptPane } from '../lines/TranscriptPane.tsx';
import { useLines } from '../lines/useLines.ts';
import { PlayerBar } from '../player/PlayerBar.tsx';
import { isRecorded } from '../player/pieces.ts';
import { PlayerContext } from '../player/usePlayer.ts';
import { SummaryTab } from '../summary/SummaryTab.tsx';
import { useSummary } from '../summary/useSummary.ts';
import { AfterHeader } from './AfterHeader.tsx';
import { AfterContext, type AfterMeeting as Context } from './after-context.ts';
import { type PageTab, PageTabs } from './PageTabs.tsx';
import { isSettledWell } from './stage-poll.ts';
import { listMarks } from './topic-marks.ts';
import { useMeetingSound } from './useMeetingSound.ts';
import { useStages } from './useStages.ts';
import { type Start, useStart } from './useStart.ts';

const AccessRequests = lazy(async () => ({
  default: (await import('../access/AccessRequests.tsx')).AccessRequests,
}));
const MeetingApprovals = lazy(async () => ({
  default: (await import('../approvals/MeetingApprovals.tsx')).MeetingApprovals,
}));
const InsightsTab = lazy(async () => ({
  default: (await import('../insights/InsightsTab.tsx')).InsightsTab,
}));
const StageStrip = lazy(async () => ({ default: (await import('./StageStrip.tsx')).StageStrip }));
const ShareButton = lazy(async () => ({ default: (await import('../share/ShareButton.tsx')).ShareButton }));
const AskArchive = lazy(async () => ({
  default: (await import('../archive/AskArchive.tsx')).AskArchive,
}));
const PicturePanel = lazy(async () => ({
  default: (await import('../picture/PicturePanel.tsx')).PicturePanel,
}));
const NotesTab = lazy(async () => ({ default: (await import('../notes/NotesTab.tsx')).NotesTab }));
const DetailsTab = lazy(async () => ({ default: (await import('./DetailsTab.tsx')).DetailsTab }));

interface AfterMeetingProps {
  details: MeetingDetails;
  /** Where to begin. */
  start: Start;
}

/** Of the transcript: what the header of the page leaves, and the player. */
const wideHeights = {
  alone: 'sticky top-4 h-[calc(100dvh-6.5rem)]',
  beside: 'sticky top-4 h-[calc(100dvh-10.5rem)]',
};

/** A meeting that is over: what came out of it, beside what was said. */
export function AfterMeeting({ details, start }: AfterMeetingProps) {
  const { meeting, people } = details;
  const zeroMs = meeting.startedAtMs ?? meeting.atMs;
  const visit = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? '' });
  const isWide = useMediaQuery('(min-width: 64rem)');
  const stages = useStages(meeting.id);
  const lines = useLines(meeting.id).data?.lines ?? noLines;
  const sound = useMeetingSound(meeting.id, zeroMs);
  const { pieces, player } = sound;
  const topics = useSummary(meeting.id).data?.summary?.content.topics;
  const [tab, setTab] = useState('summary');
  const [reveal, setReveal] = useState<Reveal | null>(null);

  const byRef = useMemo(() => new Map(lines.map((line) => [writeLineRef(line), line])), [lines]);
  const findLine = useCallback((ref: LineRef) => byRef.get(writeLineRef(ref)), [byRef]);
  const marks = useMemo(() => listMarks(topics ?? [], findLine), [topics, findLine]);
  const lengthMs = Math.max(
    (meeting.endedAtMs ?? zeroMs) - zeroMs,
    pieces.at(-1)?.endMs ?? 0,
    lines.at(-1)?.endMs ?? 0,
  );

  const canPlay = useCallback(
    (line: LineView) => player !== null && isRecorded(pieces, line),
    [player, pieces],
  );
  const playLine = useCallback(
    (line: LineView) => {
      if (!player || !canPlay(line)) return;
      player.seek(line.startMs);
      player.play();
    },
    [player, canPlay],
  );
  const context = useMemo<Context>(
    () => ({
      meetingId: meeting.id,
      mayCorrect: meeting.mayCorrect,
      mayEdit: meeting.mayEdit,
      people: people.map(({ name }) => name),
      findLine,
      canPlay,
      playLine,
      showLine(ref) {
        const line = findLine(ref);
        setReveal({ line: writeLineRef(ref) });
        setTab((current) => (isWide ? current : 'transcript'));
        if (line) playLine(line);
      },
    }),
    [meeting, people, findLine, canPlay, playLine, isWide],
  );
  useStart({
    start,
    visit,
    lines,
    player,
    onReveal(line) {
      setReveal({ line: writeLineRef(line) });
      if (!isWide) setTab('transcript');
    },
    onPlay: playLine,
  });

  const transcript = (
    <TranscriptPane
      reveal={reveal}
      className={isWide ? wideHeights[player ? 'beside' : 'alone'] : 'h-[calc(100dvh-13rem)] min-h-96'}
    />
  );
  const tabs: PageTab[] = [
    { value: 'summary', label: 'Summary', content: <SummaryTab stages={stages} /> },
    ...(isWide ? [] : [{ value: 'transcript', label: 'Transcript', content: transcript }]),
    { value: 'insights', label: 'Insights', content: <InsightsTab lengthMs={lengthMs} topics={marks} /> },
    { value: 'ask', label: 'Ask', content: <AskArchive meetingId={meeting.id} /> },
    { value: 'notes', label: 'Notes', content: <NotesTab meetingId={meeting.id} /> },
    {
      value: 'actions',
      label: 'Actions',
      content: (
        <MeetingApprovals
          reader={{ meetingId: meeting.id }}
          personaName={meeting.personaName}
          timeZone={meeting.timeZone ?? localTimeZone()}
          people={context.people}
          growing={false}
          onShowLine={context.showLine}
        />
      ),
    },
    { value: 'details', label: 'Details', content: <DetailsTab details={details} stages={stages} /> },
  ];
  const shown = tabs.some(({ value }) => value === tab) ? tab : 'summary';

  return (
    <AfterContext value={context}>
      <PlayerContext value={player}>
        <div className="flex min-h-full flex-col">
          <AppHeader />
          <main className="mx-auto w-full max-w-7xl flex-1 px-4 pt-2 pb-32 sm:px-8">
            <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
              <div className="min-w-0">
                <AfterHeader
                  details={details}
                  actions={
                    <>
                      <LazyPart failed={null}>
                        {meeting.mayShare && <ShareButton meetingId={meeting.id} />}
                      </LazyPart>
                      <ExportMenu meetingId={meeting.id} />
                    </>
                  }
                />
                <LazyPart failed={null}>
                  {meeting.asking > 0 && <AccessRequests meetingId={meeting.id} />}
                </LazyPart>
                <LazyPart>
                  {sound.hasPicture && <PicturePanel {...sound} zeroMs={zeroMs} lines={lines} />}
                </LazyPart>
                <LazyPart>{!isSettledWell(stages) && <StageStrip stages={stages} />}</LazyPart>
                <div className="mt-5">
                  <LazyPart fallback={<Spinner />}>
                    <PageTabs label="About this meeting" tabs={tabs} value={shown} onChange={setTab} />
                  </LazyPart>
                </div>
              </div>
              {isWide && transcript}
            </div>
          </main>
          {player && <PlayerBar player={player} pieces={pieces} lengthMs={lengthMs} marks={marks} />}
        </div>
      </PlayerContext>
    </AfterContext>
  );
}

const noLines: readonly LineView[] = [];
