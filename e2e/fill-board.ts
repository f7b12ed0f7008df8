import { Doc } from 'yjs';
import { createBoard } from '../lib/board/board.ts';
import { rectangle } from '../lib/board/testing/elements.ts';
import type { DocumentRef } from '../lib/documents/document-name.ts';
import { openDocumentClient } from '../web/testing/document-client.ts';
import { createApiClient } from './rehearsal/api-client.ts';

/** Elements in one update: about 64 KB, as browsers send them. */
const atOnce = 300;
const perRow = 200;

/** Draws so many rectangles on the whiteboard of the meeting that a page is in, as one of its people. */
export async function fillBoard(url: string, meetingUrl: string, count: number): Promise<void> {
  const code = new URL(meetingUrl).pathname.split('/').at(-1) ?? '';
  const { apiToken, meeting } = await createApiClient(url).join(code, { name: 'Nora Winter' });
  const ref: DocumentRef = { meetingId: meeting.id, kind: 'board', ownerId: null };
  const doc = new Doc();
  await using client = openDocumentClient(url, ref, { token: apiToken, doc });
  const board = createBoard(doc);
  const isStored = async () => {
    while (!client.saved()) {
      if (client.reasons.length > 0) throw new Error(`the whiteboard is not filled: ${client.reasons}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await isStored();
  for (let from = 0; from < count; from += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => from + at);
    board.write(
      numbers.map((number) =>
        rectangle({
          id: `filled-${number}`,
          index: `e${String(number).padStart(5, '0')}`,
          x: (number % perRow) * 12,
          y: Math.floor(number / perRow) * 12,
          width: 9,
          height: 9,
          seed: number,
        }),
      ),
    );
    await isStored();
  }
  board.close();
}
