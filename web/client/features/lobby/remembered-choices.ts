import { z } from 'zod/mini';
import { limits } from '../../../../lib/messages.ts';
import { cleanText } from '../../../../lib/text.ts';

const choicesSchema = z.object({
  name: z.catch(z.string(), ''),
  microphone: z.catch(z.boolean(), true),
  camera: z.catch(z.boolean(), true),
  /** Device ids; empty is the browser's default. */
  microphoneId: z.catch(z.string(), ''),
  cameraId: z.catch(z.string(), ''),
  speakerId: z.catch(z.string(), ''),
  /** Whether the browser takes noise out of what the microphone hears. */
  noiseSuppression: z.catch(z.boolean(), true),
});
/** How a person wants to join; kept in this browser. */
export type Choices = z.infer<typeof choicesSchema>;

const storageKey = 'parley.choices';

/** What was chosen last time; defaults for everything that is missing or not readable. */
export function readChoices(storage: Pick<Storage, 'getItem'>): Choices {
  let stored: unknown = null;
  try {
    stored = JSON.parse(storage.getItem(storageKey) ?? 'null');
  } catch {
    // Storage is off or holds something else: start with the defaults.
  }
  const parsed = choicesSchema.safeParse(stored);
  const choices = parsed.success ? parsed.data : choicesSchema.parse({});
  return { ...choices, name: cleanText(choices.name, limits.name) };
}

/** With the devices that were chosen last, for whoever has been in a room since they made these choices. */
export function withLatestDevices(choices: Choices, storage: Pick<Storage, 'getItem'>): Choices {
  const { microphoneId, cameraId, speakerId, noiseSuppression } = readChoices(storage);
  return {
    ...choices,
    // None where storage is off: what the page knows holds.
    microphoneId: microphoneId || choices.microphoneId,
    cameraId: cameraId || choices.cameraId,
    speakerId: speakerId || choices.speakerId,
    noiseSuppression,
  };
}

export function rememberChoices(storage: Pick<Storage, 'setItem'>, choices: Choices): void {
  try {
    storage.setItem(storageKey, JSON.stringify(choices));
  } catch {
    // Private windows refuse storage; the choices then last as long as the page.
  }
}
