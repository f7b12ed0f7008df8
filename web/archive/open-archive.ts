import type { Database } from '../../db/database.ts';
import { openNearestPassages } from '../../db/queries/nearest-passages.ts';
import type { Config } from '../../lib/config.ts';
import { createEmbedder } from '../../lib/embedder.ts';
import type { Archive } from './answer-question.ts';
import { createAnswerWriter } from './answer-writer.ts';

/** What questions are answered with, by the configuration. */
export async function openArchive(
  { embeddings, summary }: Pick<Config, 'embeddings' | 'summary'>,
  { sql }: Database,
): Promise<Archive> {
  return {
    meaning: embeddings && {
      embedder: createEmbedder(embeddings),
      passages: await openNearestPassages(sql, embeddings.model),
    },
    writer: summary && createAnswerWriter(summary),
  };
}
