/**
 * Looks at what a browser sends before Hocuspocus does: a frame that is not of its protocol, or whose content Yjs cannot
 * read, ends the connection here, and nothing of it is stored, applied or logged line by line.
 */
import * as decoding from 'lib0/decoding';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import { Doc, decodeStateVector } from 'yjs';
import { readDocumentName } from '../../lib/documents/document-name.ts';
import { tryApply } from '../../lib/documents/merge-updates.ts';

/** Of Hocuspocus; those that are missing are the server's own, or carry messages of an application. */
const frameType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, syncReply: 4, close: 7 } as const;
/** y-protocols/sync */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Of the state of one person: a caret or a selection is below 1 KB. */
const maxAwarenessBytes = 16 * 1024;
const maxTokenBytes = 4 * 1024;

/** True for a frame that a browser of ours may send. */
export function isSoundFrame(data: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(data);
    if (!readDocumentName(decoding.readVarString(decoder))) return false;
    return isSoundMessage(decoding.readVarUint(decoder), decoder, data.byteLength);
  } catch {
    return false;
  }
}

function isSoundMessage(type: number, decoder: decoding.Decoder, bytes: number): boolean {
  switch (type) {
    case frameType.sync:
    case frameType.syncReply:
      return isSoundSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    case frameType.awareness:
      return bytes <= maxAwarenessBytes && isSoundAwareness(decoding.readVarUint8Array(decoder));
    case frameType.auth:
      return bytes <= maxTokenBytes;
    case frameType.queryAwareness:
    case frameType.close:
      return true;
    default:
      return false;
  }
}

function isSoundSync(type: number, payload: Uint8Array): boolean {
  switch (type) {
    case syncType.step1:
      decodeStateVector(payload);
      return true;
    case syncType.step2:
    case syncType.update:
      return isSoundUpdate(payload);
    default:
      return false;
  }
}

/** Tried on a document that is thrown away: what refers to things it does not have waits there. */
function isSoundUpdate(update: Uint8Array): boolean {
  const doc = new Doc();
  const sound = tryApply(doc, update);
  doc.destroy();
  return sound;
}

function isSoundAwareness(update: Uint8Array): boolean {
  const doc = new Doc();
  const awareness = new Awareness(doc);
  try {
    applyAwarenessUpdate(awareness, update, null);
    return true;
  } finally {
    awareness.destroy();
    doc.destroy();
  }
}
