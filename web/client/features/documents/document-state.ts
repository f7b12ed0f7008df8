/** How a document that this browser has open stands with the server. */
import type {
  CloseReason,
  DocumentRights,
  ReadOnlyReason,
} from '../../../../lib/documents/document-messages.ts';

/** Why the server took this browser's document away; what was written since is only here. */
export type RefusalReason = Exclude<CloseReason, 'unavailable'> | 'too_large';

export interface DocumentState {
  /** `offline`: what is written stays here until the connection is back. `refused`: it is not coming back. */
  status: 'connecting' | 'synced' | 'offline' | 'refused';
  mayWrite: boolean;
  /** Why one only reads, or was refused. */
  reason: ReadOnlyReason | RefusalReason | null;
  /** Something was written here that the server has not stored yet. */
  unsaved: boolean;
}

export type DocumentEvent =
  | { type: 'synced' }
  | { type: 'lost' }
  | { type: 'rights'; rights: DocumentRights }
  | { type: 'written' }
  | { type: 'stored' }
  | { type: 'refused'; reason: RefusalReason };

export const newDocument: DocumentState = {
  status: 'connecting',
  mayWrite: false,
  reason: null,
  unsaved: false,
};

/** False for what web would refuse anyway: nobody waits for that. */
export function hasToSend({ unsaved, mayWrite }: DocumentState): boolean {
  return unsaved && mayWrite;
}

export function foldDocument(state: DocumentState, event: DocumentEvent): DocumentState {
  if (state.status === 'refused') return state;
  switch (event.type) {
    case 'synced':
      return state.status === 'synced' ? state : { ...state, status: 'synced' };
    case 'lost':
      return state.status === 'offline' ? state : { ...state, status: 'offline' };
    case 'rights': {
      const { rights } = event;
      return { ...state, mayWrite: rights.mayWrite, reason: rights.mayWrite ? null : rights.reason };
    }
    case 'written':
      return state.unsaved ? state : { ...state, unsaved: true };
    case 'stored':
      return state.unsaved ? { ...state, unsaved: false } : state;
    case 'refused':
      return { ...state, status: 'refused', mayWrite: false, reason: event.reason };
    default:
      return event satisfies never;
  }
}
