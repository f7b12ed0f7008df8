import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { RecorderKind, RecordingStatus, RecordingView } from '../../../../lib/recording-messages.ts';
import { listRecordings } from '../api/recordings.ts';
import { formatTime } from '../captions/format-time.ts';
import { Card } from '../meetings/Card.tsx';
import { formatClock, formatLength } from '../meetings/format-when.ts';
import { PictureFiles } from './PictureFiles.tsx';

/** While something is recorded or made, its state changes by itself. */
const refreshMs = 3_000;

interface RecordingsCardProps {
  meetingId: string;
  /** More is being recorded. */
  growing: boolean;
  /** False where the page itself plays what everyone said. */
  withPlayers?: boolean;
}

/** Sound and picture of a meeting: everyone together, and each person alone. Nothing where nothing was recorded. */
export function RecordingsCard({ meetingId, growing, withPlayers = true }: RecordingsCardProps) {
  const { data: recordings = [] } = useQuery({
    queryKey: ['meetings', 'recordings', meetingId],
    queryFn: ({ signal }) => listRecordings(meetingId, signal),
    refetchInterval: ({ state }) => (growing || state.data?.some(isUnfinished) ? refreshMs : false),
  });
  if (recordings.length === 0) return null;
  return (
    <Card title="Recordings">
      <ul className="divide-y divide-line">
        {recordings.map((recording) => (
          <RecordingItem key={recording.id} recording={recording} withPlayer={withPlayers} />
        ))}
      </ul>
    </Card>
  );
}

function RecordingItem({ recording, withPlayer }: { recording: RecordingView; withPlayer: boolean }) {
  const { files, mix, making, status, problem, recorder, startedAtMs } = recording;
  return (
    <li className="flex flex-col gap-3 px-5 py-4 text-sm">
      {startedAtMs !== null && (
        <p className="text-ink-soft tabular-nums">
          From {formatClock(startedAtMs)}
          {mix && `, ${formatLength(mix.durationMs)}`}, by {recorderNames[recorder]}
        </p>
      )}
      {mix && withPlayer && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript stands beside it
        <audio controls preload="metadata" src={mix.url} aria-label="Everyone" className="h-10 w-full" />
      )}
      {!mix && (making || status === 'failed') && (
        <p role="status" className="text-ink-soft">
          {statusTexts[status]}
        </p>
      )}
      {problem !== '' && <p className="text-ink-soft">{problem}</p>}
      <PictureFiles recording={recording} />
      {files.some(({ url, problem }) => url !== null || problem !== '') && (
        <details className="text-ink-soft">
          <summary className="cursor-pointer select-none rounded py-1 hover:text-ink">
            Each person alone
          </summary>
          <ul className="mt-2 flex flex-col gap-2">
            {files.map((file) => (
              <FileItem key={file.id} file={file} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** One person's sound, or why there is none. */
function FileItem({ file: { name, durationMs, url, problem } }: { file: RecordingView['files'][number] }) {
  if (url === null && problem === '') return null;
  return (
    <li>
      {url === null ? (
        <p className="px-2 py-1.5 text-ink">{name}</p>
      ) : (
        <a
          href={url}
          download={`${name}.ogg`}
          className="flex items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-sunken"
        >
          <Download aria-hidden size={16} className="shrink-0" />
          <span className="min-w-0 flex-1 truncate text-ink">{name}</span>
          <span className="shrink-0 tabular-nums">{formatTime(durationMs)}</span>
        </a>
      )}
      {problem !== '' && <p className="px-2">{problem}</p>}
    </li>
  );
}

const recorderNames: Record<RecorderKind, string> = {
  rtc: 'the recorder of Parley',
  egress: 'LiveKit Egress',
};

const statusTexts: Record<RecordingStatus, string> = {
  starting: 'About to record.',
  recording: 'Recording now.',
  ending: 'The recording is being finished.',
  complete: 'The recording is being prepared for listening.',
  failed: 'Nothing was recorded.',
};

function isUnfinished({ making, picture }: RecordingView): boolean {
  return making || picture?.making === true;
}
