/** Shows that what really comes from the server, the agent or the victim is believed, and is noticed here. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataPacket } from '@livekit/protocol';
import { DataPacket_Kind } from 'livekit-server-sdk';
import type { Locator, Page } from 'playwright-core';
import { approvalListSchema, replyListSchema } from '../../lib/assistant-messages.ts';
import { controlTopic } from '../../lib/control-messages.ts';
import type { DocumentRef } from '../../lib/documents/document-name.ts';
import { createId } from '../../lib/ids.ts';
import { captionTopic } from '../../lib/messages.ts';
import { openDocumentClient } from '../../web/testing/document-client.ts';
import { controlSamples } from './control-samples.ts';
import type { Forgery, Scene } from './forgery.ts';
import { postJson } from './post-json.ts';
import type { Stage } from './stage.ts';
import { tryForgery } from './try-forgery.ts';
import type { Witness } from './witness.ts';

export interface Shown {
  /** Genuine things that were believed. */
  believed: number;
  /** Those that were not, or that nobody noticed, a sentence each. */
  problems: string[];
}

const patienceMs = 90_000;
/** Between a message of LiveKit's server API and its arrival. */
const deliveryMs = 100;

/**
 * What forgeries pretend to be, sent by those who may, and judged in the same way: an accepted forgery would be
 * found. Ends the meeting for the victim's page, which then has to enter again.
 */
export async function showServerAndVictim(stage: Stage, witness: Witness): Promise<Shown> {
  const shown: Shown = { believed: 0, problems: [] };
  const { participantId, apiToken } = stage.victim();
  const about = `${stage.instance.url}/api/meetings/${stage.meeting.id}`;
  const chat = { id: createId('msg'), text: 'Hello' };
  const genuine: Forgery[] = [
    { name: 'a chat message of the victim', send: () => postJson(`${about}/chat`, chat, apiToken) },
    {
      name: 'a vote of the victim',
      send: () => postJson(`${about}/polls/${stage.pollId}/vote`, { choices: [0], revision: 1 }, apiToken),
    },
    ...documentsOf(stage).map((ref) => ({
      name: `a change of the ${ref.kind} by the victim`,
      async send() {
        await using client = openDocumentClient(stage.instance.url, ref, { token: apiToken });
        client.write('Hello');
        for (let left = 150; left > 0 && !client.saved(); left -= 1) await sleep(100);
        return null;
      },
    })),
    ...Object.entries(controlSamples(participantId)).map(([type, message]) => ({
      name: `${type} of the server`,
      async send() {
        const bytes = new TextEncoder().encode(JSON.stringify(message));
        await stage.rooms.sendData(stage.meeting.id, bytes, DataPacket_Kind.RELIABLE, {
          topic: controlTopic,
        });
        await sleep(deliveryMs);
        return null;
      },
    })),
  ];
  for (const each of genuine) {
    const { accepted } = await tryForgery(each, stage.intruder, witness);
    if (accepted.length > 0) shown.believed += 1;
    else shown.problems.push(`${each.name} changed nothing`);
  }
  return shown;
}

function documentsOf({ meeting: { id: meetingId }, victim }: Stage): DocumentRef[] {
  return [
    { meetingId, kind: 'notes', ownerId: null },
    { meetingId, kind: 'board', ownerId: null },
    { meetingId, kind: 'my-notes', ownerId: victim().participantId },
  ];
}

/** Has the agent answer for everyone, in writing, aloud and in captions. */
export async function showAnswer(
  { page }: Stage,
  witness: Witness,
): Promise<Shown & { captions: DataPacket[] }> {
  await witness.look();
  const before = await answers(page).count();
  await openQuestions(page);
  await ask(page, 'What time is it?');
  const captions = page.getByRole('log', { name: 'Live captions' });
  const shown = [
    await expectShown('an answer of the agent', answers(page).nth(before)),
    await expectShown('a caption of the agent', captions.getByText(/\(AI\)/).first()),
  ];
  const { received } = await witness.look();
  return {
    believed: shown.reduce((total, { believed }) => total + believed, 0),
    problems: shown.flatMap(({ problems }) => problems),
    captions: received.filter(
      ({ value }) => value.case === 'streamHeader' && value.value.topic === captionTopic,
    ),
  };
}

/** Has the agent propose something, and leaves that waiting; gives what forgers need to know. */
export async function showProposal(
  stage: Stage,
  captions: readonly DataPacket[],
): Promise<Shown & { scene: Scene | null }> {
  const { page, intruder, instance, meeting } = stage;
  await ask(page, 'Remind me to send the release notes by Friday');
  const shown = await expectShown(
    'a proposal of the agent',
    page.getByRole('dialog', { name: 'Add a task?' }),
  );
  const { participantId: id, apiToken } = stage.victim();
  const read = async (what: string) => {
    const headers = { authorization: `Bearer ${apiToken}` };
    return (await fetch(`${instance.url}/api/meetings/${meeting.id}/${what}`, { headers })).json();
  };
  const [approval] = approvalListSchema.parse(await read('approvals')).approvals;
  const [reply] = replyListSchema.parse(await read('replies')).replies;
  const agent = captions.at(-1)?.participantIdentity;
  if (!approval || !reply || agent === undefined) {
    return { ...shown, problems: [...shown.problems, 'the agent left nothing to forge'], scene: null };
  }
  const scene: Scene = {
    baseUrl: instance.url,
    intruder,
    victim: { id, identity: id, sid: await stage.sidOf(id), joined: stage.victim() },
    agent: { identity: agent, sid: await stage.sidOf(agent) },
    ...{ captions, approval, reply, documents: stage.documents, pollId: stage.pollId },
  };
  await page.getByRole('button', { name: 'Answer later' }).click();
  return { ...shown, scene };
}

const answers = (page: Page) => page.locator('[data-reply]');

async function openQuestions(page: Page): Promise<void> {
  const field = page.getByLabel(/^Question for/);
  if ((await field.count()) === 0) await page.getByRole('button', { name: 'Ask a question' }).click();
  await field.waitFor();
  await page.getByText('For everyone').first().click();
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel(/^Question for/).fill(question);
  await page.getByLabel(/^Question for/).press('Enter');
}

async function expectShown(what: string, element: Locator): Promise<Shown> {
  try {
    await element.waitFor({ timeout: patienceMs });
    return { believed: 1, problems: [] };
  } catch {
    return { believed: 0, problems: [`${what} did not show`] };
  }
}
