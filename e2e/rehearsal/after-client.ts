/** What a host sees of a meeting's recording, and of what follows its end. */
import { type LineView, linePageSchema } from '../../lib/line-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { type RecordingView, recordingListSchema } from '../../lib/recording-messages.ts';
import {
  afterAnswerSchema,
  type StageView,
  type SummaryView,
  summaryAnswerSchema,
} from '../../lib/summary.ts';
import type { Caller } from './caller.ts';

export interface AfterClient {
  startRecording(): Promise<void>;
  readRecordings(): Promise<RecordingView[]>;
  /** The beginning of a sound, as text. */
  hear(url: string): Promise<string>;
  readStages(): Promise<StageView[]>;
  /** The newest one, or that version; null where there is none. */
  readSummary(version?: number): Promise<SummaryView | null>;
  /** The transcript as it counts, with what recordings made of it. */
  readLines(): Promise<LineView[]>;
}

export function createAfterClient({ call, read }: Caller, { meeting, apiToken: token }: Joined): AfterClient {
  const about = (what: string) => `/api/meetings/${meeting.id}/${what}`;
  return {
    async startRecording() {
      await call('POST', about('recording'), { token, body: { active: true } });
    },
    async readRecordings() {
      return recordingListSchema.parse(await call('GET', about('recordings'), { token })).recordings;
    },
    hear: (url) => read(url, { token }),
    async readStages() {
      return afterAnswerSchema.parse(await call('GET', about('after'), { token })).stages;
    },
    async readSummary(version) {
      const which = version === undefined ? 'summary' : `summary?version=${version}`;
      return summaryAnswerSchema.parse(await call('GET', about(which), { token })).summary;
    },
    async readLines() {
      const lines: LineView[] = [];
      for (let cursor = ''; ; ) {
        const page = linePageSchema.parse(await call('GET', about(`lines${cursor}`), { token }));
        lines.push(...page.lines);
        if (page.next === null) return lines;
        cursor = `?after=${encodeURIComponent(page.next)}`;
      }
    },
  };
}
