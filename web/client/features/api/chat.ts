import {
  type ChatMessage,
  type ChatPage,
  chatAnswerSchema,
  chatPageSchema,
  type SendChat,
} from '../../../../lib/chat-messages.ts';
import type { Reader } from './assistant.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

const at = ({ meetingId }: Reader) => `/api/meetings/${encodeURIComponent(meetingId)}/chat`;

/** Writes to everyone; the same id again is the same message. */
export async function sendChat(access: Access, body: SendChat): Promise<ChatMessage> {
  const call = { method: 'POST', token: access.apiToken, body } as const;
  return (await callApi(at(access), chatAnswerSchema, call)).message;
}

/** Messages behind the number `after`, in order. */
export function fetchChatPage(reader: Reader, after: number, signal?: AbortSignal): Promise<ChatPage> {
  return callApi(`${at(reader)}?after=${after}`, chatPageSchema, { token: reader.apiToken, signal });
}
