/** What follows when a recording is taken away from a meeting that stays: its sound goes too. */
import type { FunctionContext } from './context.ts';
import { recordingRemoved } from './events.ts';

export function createPurgeRecording({ inngest, recordings: { store } }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'purge-recording',
      triggers: [recordingRemoved],
      retries: 20,
      idempotency: 'event.data.recordingId',
    },
    async ({ event, step }) => {
      const { meetingId, recordingId } = event.data;
      const folder = `${meetingId}/${recordingId}/`;
      const files = await step.run('remove-sound', () => store.remove(folder));
      // A recorder that was still finishing has found it gone by then.
      await step.sleep('let-others-finish', '1h');
      return files + (await step.run('remove-late-sound', () => store.remove(folder)));
    },
  );
}
