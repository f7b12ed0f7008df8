/** Forged document updates: of those who may not see or write a document, and frames that no browser would send. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as encoding from 'lib0/encoding';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { maxFrameBytes } from '../../lib/documents/document-messages.ts';
import { type DocumentRef, documentName } from '../../lib/documents/document-name.ts';
import { type DocumentClient, openDocumentClient } from '../../web/testing/document-client.ts';
import { planted } from './control-samples.ts';
import type { Forgery, Scene } from './forgery.ts';

/** For a server to answer, or to say nothing. */
const answerMs = 1_500;

/** For a connection to be there and answered, also on a busy machine. */
const patienceMs = 15_000;

/** Message types of Hocuspocus. */
const frame = { sync: 0, awareness: 1, syncReply: 4, stateless: 5, broadcast: 6, syncStatus: 8 } as const;
/** y-protocols/sync */
const syncUpdate = 2;

export function forgeDocuments(scene: Scene): Forgery[] {
  const all = [
    ...openForeign(scene),
    ...writeWithoutRight(scene),
    writeAsVictim(scene),
    ...sendFrames(scene),
    ...moveCarets(scene),
  ];
  // They take seconds, in which the victim's page calls web by itself; documents lead to no calls.
  return all.map((forgery) => ({ ...forgery, allows: /^called GET / }));
}

/** Documents that are not there for whoever asks. */
function openForeign({ baseUrl, intruder, victim, documents }: Scene): Forgery[] {
  const { id: meetingId } = intruder.joined.meeting;
  const notes: DocumentRef = { meetingId, kind: 'notes', ownerId: null };
  const mine: DocumentRef = { meetingId, kind: 'my-notes', ownerId: victim.id };
  const { apiToken, token: livekitToken } = intruder.joined;
  const tries: [string, DocumentRef | string, { token: string; headers?: Record<string, string> }][] = [
    ["the victim's own notes", mine, { token: apiToken }],
    ["the victim's own notes, without a token", mine, { token: '' }],
    ['notes of another meeting', { ...notes, meetingId: documents.otherMeetingId }, { token: apiToken }],
    ['notes without a token', notes, { token: '' }],
    ['notes with a token of LiveKit', notes, { token: livekitToken }],
    ['notes by somebody who was removed', notes, { token: documents.removedToken }],
    ['the board by somebody who was removed', { ...notes, kind: 'board' }, { token: documents.removedToken }],
    [
      'notes from a page of another site',
      notes,
      { token: apiToken, headers: { origin: 'https://evil.example' } },
    ],
    ['a document of no kind', `${meetingId}/everything`, { token: apiToken }],
    ['a document by a path', `${meetingId}/notes/../my-notes/${victim.id}`, { token: apiToken }],
  ];
  return tries.map(([what, ref, access]) => ({
    name: `opening ${what}`,
    async send() {
      await using client = openDocumentClient(baseUrl, ref, access);
      const isAnswered = () => client.reasons.length > 0 || client.rights() !== undefined;
      await until(isAnswered);
      return client.provider.isSynced || client.rights() ? 'it was opened' : null;
    },
  }));
}

function writeWithoutRight(scene: Scene): Forgery[] {
  return (['notes', 'board'] as const).map((kind) => ({
    name: `a change of the ${kind} by a viewer`,
    send: () =>
      withDocument(scene, { kind, token: scene.documents.viewerToken }, async (client) => {
        client.write(planted);
        await sleep(answerMs);
        return client.saved() ? 'it was stored' : null;
      }),
  }));
}

/** With it, what the victim writes next would be taken for known and thrown away. */
function writeAsVictim({ baseUrl, intruder, victim }: Scene): Forgery {
  const ref: DocumentRef = { meetingId: intruder.joined.meeting.id, kind: 'notes', ownerId: null };
  return {
    name: 'a change of the notes under the client id of the victim',
    async send() {
      await using owner = openDocumentClient(baseUrl, ref, { token: victim.joined.apiToken });
      await using onlooker = openDocumentClient(baseUrl, ref, { token: intruder.joined.apiToken });
      const id = owner.doc.clientID;
      owner.provider.setAwarenessField('caret', 'here');
      const isSeen = () => onlooker.provider.awareness?.getStates().has(id) ?? false;
      if (!(await until(isSeen))) throw new Error('the caret of the victim does not show');
      const doc = new Doc();
      doc.clientID = id;
      doc.getText('text').insert(0, planted);
      await using forged = openDocumentClient(baseUrl, ref, { token: intruder.joined.apiToken, doc });
      return (await until(() => forged.reasons.length > 0)) ? null : 'it was not refused';
    },
  };
}

function sendFrames(scene: Scene): Forgery[] {
  const { intruder, victim, documents } = scene;
  const { id: meetingId } = intruder.joined.meeting;
  const notes = documentName({ meetingId, kind: 'notes', ownerId: null });
  const mine = documentName({ meetingId, kind: 'my-notes', ownerId: victim.id });
  const other = documentName({ meetingId: documents.otherMeetingId, kind: 'notes', ownerId: null });
  const doc = new Doc();
  doc.getText('text').insert(0, planted);
  const update = encodeStateAsUpdate(doc);
  const rights = JSON.stringify({ type: 'rights', mayWrite: false, reason: 'role' });
  const frames: [string, Uint8Array | string][] = [
    ["an update of the victim's own notes", updateFrame(mine, update)],
    ["a reply with the victim's own notes", updateFrame(mine, update, frame.syncReply)],
    ['an update of another meeting', updateFrame(other, update)],
    ['an update that is cut off', updateFrame(notes, update.slice(0, -4))],
    ['an update of noise', updateFrame(notes, new Uint8Array(2_000).fill(0xa7))],
    ['noise', new Uint8Array(500).fill(0xff)],
    ['text', planted],
    ['nothing', new Uint8Array()],
    ['a name of 1 MB', updateFrame('x'.repeat(1_000_000), update)],
    ['more than is taken', new Uint8Array(maxFrameBytes + 1)],
    ['what the server says of rights', textFrame(notes, frame.stateless, rights)],
    ['what the server says of rights, for all', textFrame(notes, frame.broadcast, rights)],
    ['what the server says of storing', numberFrame(notes, frame.syncStatus, 1)],
  ];
  return frames.map(([what, bytes]) => ({
    name: `frame with ${what}`,
    send: () =>
      withDocument(scene, { kind: 'notes', token: intruder.joined.apiToken }, async ({ provider }) => {
        provider.configuration.websocketProvider.webSocket?.send(bytes as Uint8Array<ArrayBuffer>);
        await sleep(answerMs / 3);
        return null;
      }),
  }));
}

/** What others are shown of whose caret is where. */
function moveCarets(scene: Scene): Forgery[] {
  const { baseUrl, intruder, victim } = scene;
  const { id: meetingId } = intruder.joined.meeting;
  const ref: DocumentRef = { meetingId, kind: 'notes', ownerId: null };
  const act = (
    name: string,
    forge: (client: DocumentClient, victimClient: number) => void,
    isBelieved: (states: Map<number, Record<string, unknown>>, victimClient: number) => boolean,
  ): Forgery => ({
    name,
    async send() {
      await using owner = openDocumentClient(baseUrl, ref, { token: victim.joined.apiToken });
      await using client = openDocumentClient(baseUrl, ref, { token: intruder.joined.apiToken });
      await using onlooker = openDocumentClient(baseUrl, ref, { token: intruder.joined.apiToken });
      const id = owner.doc.clientID;
      owner.provider.setAwarenessField('caret', 'here');
      const states = () => onlooker.provider.awareness?.getStates() ?? new Map();
      if (!(await until(() => states().has(id)))) throw new Error('the caret of the victim does not show');
      forge(client, id);
      await sleep(answerMs);
      return isBelieved(states(), id) ? 'others see it' : null;
    },
  });
  const says = (state: unknown) => JSON.stringify(state ?? null).includes(planted);
  return [
    act(
      'a caret under the name of the victim',
      ({ provider }) => provider.setAwarenessField('user', { id: victim.id, name: planted }),
      (states) => [...states.values()].some(says),
    ),
    act(
      "the victim's caret moved",
      (client, id) => sendAwareness(client, id, { caret: planted }),
      (states, id) => says(states.get(id)),
    ),
    act(
      "the victim's caret taken away",
      (client, id) => sendAwareness(client, id, null),
      (states, id) => !states.has(id),
    ),
  ];
}

function sendAwareness({ provider }: DocumentClient, client: number, state: object | null): void {
  const { awareness } = provider;
  if (!awareness) return;
  awareness.meta.set(client, { clock: 1_000, lastUpdated: Date.now() });
  const states = new Map([[client, state]]) as Map<number, Record<string, unknown>>;
  const update = encodeAwarenessUpdate(awareness, [client], states);
  const encoder = begin(provider.configuration.name, frame.awareness);
  encoding.writeVarUint8Array(encoder, update);
  provider.configuration.websocketProvider.webSocket?.send(bytesOf(encoder));
}

/** Somebody with a document open, which they may see. */
async function withDocument(
  { baseUrl, intruder }: Scene,
  { kind, token }: { kind: 'notes' | 'board'; token: string },
  act: (client: DocumentClient) => Promise<string | null>,
): Promise<string | null> {
  const { id: meetingId } = intruder.joined.meeting;
  await using client = openDocumentClient(baseUrl, { meetingId, kind, ownerId: null }, { token });
  if (!(await until(() => client.rights() !== undefined))) throw new Error(`the ${kind} do not open`);
  return act(client);
}

function updateFrame(name: string, update: Uint8Array, type: number = frame.sync): Uint8Array<ArrayBuffer> {
  const encoder = begin(name, type);
  encoding.writeVarUint(encoder, syncUpdate);
  encoding.writeVarUint8Array(encoder, update);
  return bytesOf(encoder);
}

function textFrame(name: string, type: number, text: string): Uint8Array<ArrayBuffer> {
  const encoder = begin(name, type);
  encoding.writeVarString(encoder, text);
  return bytesOf(encoder);
}

function numberFrame(name: string, type: number, value: number): Uint8Array<ArrayBuffer> {
  const encoder = begin(name, type);
  encoding.writeVarUint(encoder, value);
  return bytesOf(encoder);
}

function begin(name: string, type: number): encoding.Encoder {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, type);
  return encoder;
}

async function until(isTrue: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; !isTrue() && Date.now() < deadline; ) await sleep(50);
  return isTrue();
}

const bytesOf = (encoder: encoding.Encoder) => new Uint8Array(encoding.toUint8Array(encoder));
