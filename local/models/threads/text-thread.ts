/** The thread of texts: embeddings, and the rules that answer from them. */
import { workerData } from 'node:worker_threads';
import type { WrittenSummary } from '../../../lib/summary.ts';
import { parseSummaryData } from '../../../lib/summary-brief.ts';
import { answerFromExcerpts } from '../chat/archive/answer-from-excerpts.ts';
import { createTextComparer } from '../chat/compare-texts.ts';
import { type Message, readArchiveQuestion, readMessages } from '../chat/messages.ts';
import { respond, withoutMeeting } from '../chat/respond.ts';
import { writeSummary } from '../chat/summary/write-summary.ts';
import { say, type Turn } from '../chat/turn.ts';
import { type Embedding, loadEmbedder } from '../embeddings/embedder.ts';
import type { ModelPaths } from '../fetch-models.ts';
import { serveJobs } from './serve-jobs.ts';

export type TextJob =
  | { kind: 'embed'; texts: string[] }
  /** `tools`: names of those that may be called. */
  | { kind: 'chat'; messages: Message[]; tools: string[] }
  /** `content`: a message with the data of a summary. */
  | { kind: 'summarise'; content: string }
  /** Lines of a meeting that the next question will need. */
  | { kind: 'read'; texts: string[] };

export type TextResult =
  | { kind: 'embed'; embeddings: Embedding[] }
  /** `unread`: lines for which there was no time; a `read` of them makes the next answer better. */
  | { kind: 'chat'; turn: Turn; unread: string[] }
  /** Null where the message holds no such data. */
  | { kind: 'summarise'; summary: WrittenSummary | null }
  | { kind: 'read' };

await serveJobs<TextJob, TextResult>(async () => {
  const paths: ModelPaths = workerData;
  const embedder = await loadEmbedder(paths.embeddings);
  const texts = createTextComparer(embedder);
  // The first run of a model is the slowest: better now than while somebody waits.
  await texts.read(['What did we decide?']);
  return async (job) => {
    switch (job.kind) {
      case 'embed': {
        const embeddings: Embedding[] = [];
        for (const text of job.texts) embeddings.push(await embedder.embed(text));
        return { kind: 'embed', embeddings };
      }
      case 'chat': {
        const archive = readArchiveQuestion(job.messages);
        if (archive) {
          return { kind: 'chat', turn: say(await answerFromExcerpts(archive, texts.embed)), unread: [] };
        }
        const asked = readMessages(job.messages, job.tools);
        if (!asked) return { kind: 'chat', turn: withoutMeeting, unread: [] };
        return { kind: 'chat', turn: await respond(asked, texts.compare), unread: texts.takeUnread() };
      }
      case 'summarise': {
        const data = parseSummaryData(job.content);
        return { kind: 'summarise', summary: data && (await writeSummary(data, texts.embed)) };
      }
      case 'read': {
        await texts.read(job.texts);
        return { kind: 'read' };
      }
    }
  };
});
