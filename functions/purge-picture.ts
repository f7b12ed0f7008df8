/** What follows when the picture is taken away from a recording whose sound stays. */
import { pictureFolderOf } from '../db/queries/egresses.ts';
import type { FunctionContext } from './context.ts';
import { pictureRemoved } from './events.ts';

export function createPurgePicture({ inngest, recordings: { store } }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'purge-picture',
      triggers: [pictureRemoved],
      retries: 20,
      idempotency: 'event.data.recordingId',
    },
    async ({ event, step }) => {
      const folder = `${pictureFolderOf(event.data.meetingId, event.data.recordingId)}/`;
      const files = await step.run('remove-picture', () => store.remove(folder));
      // One that was still being brought there has come by then.
      await step.sleep('let-others-finish', '1h');
      return files + (await step.run('remove-late-picture', () => store.remove(folder)));
    },
  );
}
