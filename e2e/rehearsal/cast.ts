/** The people of a rehearsal: how each one enters, and how all of them leave. */
import type { Joined } from '../../lib/messages.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { type Attendee, type AttendeeOptions, connectAttendee } from './attendee.ts';
import type { Speaker } from './folder.ts';
import { type Microphone, publishMicrophone } from './microphone.ts';

export interface Person {
  speaker: Speaker;
  api: ApiClient;
  attendee: Attendee;
  /** Null for someone who only watches. */
  microphone: Microphone | null;
}

/** Someone who has a name but says nothing, so that a folder with a single speaker has an audience. */
export const observer: Speaker = { id: 'observer', name: 'Observer', email: 'observer@example.test' };

interface EnterOptions extends Omit<AttendeeOptions, 'joined'> {
  sampleRate: number;
  onJoined: (joined: Joined) => void;
}

/** Joins by the code as this person; with a cookie jar that created the meeting, as its host. */
export async function enter(
  speaker: Speaker,
  { api, code }: { api: ApiClient; code: string },
  { sampleRate, onJoined, ...watching }: EnterOptions,
): Promise<Person> {
  const joined = await api.join(code, speaker);
  onJoined(joined);
  const attendee = await connectAttendee({ joined, ...watching });
  if (speaker === observer) return { speaker, api, attendee, microphone: null };
  return { speaker, api, attendee, microphone: await publishMicrophone(attendee.room, sampleRate) };
}

/** A cookie jar for each further person. */
export function newcomer(url: string, code: string): { api: ApiClient; code: string } {
  return { api: createApiClient(url), code };
}

/** Everyone leaves but the host, who then ends the meeting. Returns what went wrong. */
export async function leaveAndEnd([host, ...others]: Person[]): Promise<string[]> {
  const problems: string[] = [];
  const note = (error: unknown) => void problems.push(messageOf(error));
  for (const { attendee, api } of others) {
    attendee.expectDisconnect();
    await api.leave(attendee.joined).catch(note);
  }
  host?.attendee.expectDisconnect();
  await host?.api.end(host.attendee.joined).catch(note);
  return problems;
}

/** Closes all connections, also those that the server has closed already. Returns what went wrong. */
export async function disconnectAll(people: Person[]): Promise<string[]> {
  const results = await Promise.allSettled(
    people.map(async ({ microphone, attendee }) => {
      await microphone?.close();
      await attendee.disconnect();
    }),
  );
  return results.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
