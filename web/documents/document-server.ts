/** Serves what people of a meeting write together: Yjs documents over WebSockets, in the protocol of Hocuspocus. */
import { type beforeSyncPayload, Hocuspocus, type onAuthenticatePayload } from '@hocuspocus/server';
import type { WebSocketLike } from '@hono/node-server';
import type { WSEvents } from 'hono/ws';
import { type Doc, snapshot, snapshotContainsUpdate } from 'yjs';
import { documentChannel } from '../../db/queries/documents.ts';
import { judgeBoardUpdate } from '../../lib/board/judge-update.ts';
import { type CloseReason, maxFrameBytes } from '../../lib/documents/document-messages.ts';
import { readDocumentName } from '../../lib/documents/document-name.ts';
import { newClients } from '../../lib/documents/new-clients.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import { createWakeHub } from '../agent-events/wake-hub.ts';
import type { WebContext } from '../context.ts';
import { type Asker, type Caller, callerOf, rightsOf } from './document-caller.ts';
import { createFrameBudget } from './frame-budget.ts';
import { closeFor, type DocumentConnection, type OpenDocument, openDocument } from './open-document.ts';
import { isSoundFrame, syncType } from './read-frame.ts';
import { stampPresence } from './stamp-presence.ts';
import { type StoreOutcome, storeUpdate } from './store-update.ts';

/** Browsers say something every 15 s; this long without a word, they are gone. Who does not say who they are, too. */
const silenceMs = 40_000;
/** RFC 6455, 7.4.1 */
const closeCodes = { unsupported: 1003, policy: 1008 } as const;

interface ConnectionContext extends Asker {
  /** Once it is known. */
  caller?: Caller;
}

export interface DocumentServer {
  /** What one WebSocket does. */
  serve(request: Request, asker: Asker): WSEvents<WebSocketLike>;
}

export function createDocumentServer(context: WebContext): DocumentServer {
  const { logger } = context;
  const hub = createWakeHub({ database: context.database, channel: documentChannel, logger });
  const open = new Map<string, OpenDocument>();

  const hocuspocus = new Hocuspocus<ConnectionContext>({
    quiet: true,
    timeout: silenceMs,
    maxPendingDocuments: 4,
    maxUnauthenticatedQueueSize: 2 * maxFrameBytes,

    onAuthenticate: (payload) => admit(context, payload),

    async onLoadDocument({ document, documentName }) {
      const ref = readDocumentName(documentName);
      if (!ref) throw new Refusal('forbidden');
      const opened = await openDocument(context, hub, { document, ref }).catch((error) => {
        logger.warn({ err: error, meetingId: ref.meetingId }, 'document cannot be read');
        throw new Refusal('unavailable');
      });
      open.set(documentName, opened);
    },

    async connected({ documentName, connection }) {
      await open.get(documentName)?.settleRights(connection, { always: true });
    },

    async beforeSync(payload) {
      const document = open.get(payload.documentName);
      if (document && addsSomething(payload)) await storeFirst(context, document, payload);
    },

    async beforeHandleAwareness({ states, documentName, connection }) {
      const document = open.get(documentName);
      if (connection && document) await settlePresence(context, document, { states, connection });
    },

    async afterUnloadDocument({ documentName }) {
      open.get(documentName)?.[Symbol.dispose]();
      open.delete(documentName);
    },
  });

  return {
    serve(request, asker) {
      const budget = createFrameBudget(Date.now);
      let connection: ReturnType<typeof hocuspocus.handleConnection> | undefined;
      return {
        onOpen(_event, { raw }) {
          if (raw) connection = hocuspocus.handleConnection(raw, request, { ...asker });
        },
        onMessage({ data }, socket) {
          if (!(data instanceof ArrayBuffer)) return socket.close(closeCodes.unsupported);
          const frame = new Uint8Array(data);
          const why = !budget.take(frame.byteLength) ? 'too much' : isSoundFrame(frame) ? null : 'broken';
          if (why === null) return connection?.handleMessage(frame);
          logger.info({ userId: asker.user?.id, why }, 'connection to documents ended');
          socket.close(closeCodes.policy, why);
          connection?.handleClose({ code: closeCodes.policy, reason: why });
        },
        onClose({ code, reason }) {
          connection?.handleClose({ code, reason });
        },
      };
    },
  };
}

/** Turns somebody away. Without a message of its own: Hocuspocus prints those. */
class Refusal extends Error {
  readonly reason: CloseReason;

  constructor(reason: CloseReason) {
    super('');
    this.reason = reason;
  }
}

async function admit(
  context: WebContext,
  { token, documentName, connectionConfig, ...payload }: onAuthenticatePayload<ConnectionContext>,
): Promise<Partial<ConnectionContext>> {
  const ref = readDocumentName(documentName);
  if (!ref) throw new Refusal('forbidden');
  try {
    const caller = await callerOf(context, ref.meetingId, { ...payload.context, token });
    const rights = caller && (await rightsOf(context, ref, caller));
    if (!caller || !rights) throw new Refusal('forbidden');
    connectionConfig.readOnly = !rights.mayWrite;
    return { caller };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof ParleyError && !error.retryable) throw new Refusal('forbidden');
    context.logger.warn({ err: error, meetingId: ref.meetingId }, 'cannot tell who opens a document');
    throw new Refusal('unavailable');
  }
}

/** Leaves of what a browser says of carets and selections what may be shown of it: its own. */
async function settlePresence(
  context: WebContext,
  { ref, owners }: OpenDocument,
  { states, connection }: { states: Map<number, Record<string, unknown>>; connection: DocumentConnection },
): Promise<void> {
  const { participantId, name } = connection.context.caller ?? {};
  // An account that watches has nothing to point with.
  if (!participantId) return states.clear();
  try {
    for (const client of await owners.claim(participantId, states.keys())) states.delete(client);
  } catch (error) {
    context.logger.warn({ err: error, meetingId: ref.meetingId }, 'cannot tell whose caret it is');
    return states.clear();
  }
  stampPresence(states, { user: { id: participantId, name: name ?? '' }, mayWrite: !connection.readOnly });
}

/** False for questions, for who only reads, and for what somebody who comes back says that is known already. */
function addsSomething({
  type,
  payload,
  connection,
  document,
}: beforeSyncPayload<ConnectionContext>): boolean {
  if (type === syncType.step1 || connection.readOnly) return false;
  return type === syncType.update || !snapshotContainsUpdate(snapshot(document), payload);
}

/** What is not stored is not applied: Hocuspocus takes nothing from a connection that only reads. */
async function storeFirst(
  context: WebContext,
  opened: OpenDocument,
  { payload, connection, document }: { payload: Uint8Array; connection: DocumentConnection; document: Doc },
): Promise<void> {
  const { ref, noteStored, catchUp, settleRights } = opened;
  const participantId = connection.context.caller?.participantId;
  if (!participantId) return closeFor(connection, 'forbidden');
  const problem = ref.kind === 'board' ? judgeBoardUpdate(document, payload) : null;
  if (problem) return closeFor(connection, problem);
  try {
    const store = () => storeAs(context, opened, { participantId, document, payload });
    let outcome = await store();
    if (outcome.kind === 'foreign') {
      // Who comes from another process brings along what they have seen there, and this one may not have yet.
      await catchUp();
      outcome = await store();
    }
    switch (outcome.kind) {
      case 'stored':
        return noteStored(outcome.seq);
      case 'full':
        return closeFor(connection, 'full');
      case 'foreign':
        return closeFor(connection, 'broken');
      case 'refused':
        return await settleRights(connection);
    }
  } catch (error) {
    context.logger.warn({ err: error, meetingId: ref.meetingId }, 'cannot store what was written');
    closeFor(connection, 'unavailable');
  }
}

/** Under their own client ids only. */
async function storeAs(
  context: WebContext,
  { id, ref, owners }: OpenDocument,
  { participantId, document, payload }: { participantId: ParticipantId; document: Doc; payload: Uint8Array },
): Promise<StoreOutcome> {
  const clients = owners.unproven(participantId, newClients(document, payload));
  const outcome = await storeUpdate(context, { id, ref, participantId, clients }, payload);
  if (outcome.kind === 'stored') owners.noteWritten(participantId, clients);
  return outcome;
}
