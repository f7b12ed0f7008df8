/** The people of a rehearsal: how each one enters and comes back, and how all of them leave. */
import type { Joined } from '../../lib/messages.ts';
import type { ApiClient } from './api-client.ts';
import { type Attendee, type AttendeeOptions, connectAttendee } from './attendee.ts';
import { nowMs } from './clock.ts';
import type { Speaker } from './folder.ts';
import { type Microphone, publishMicrophone } from './microphone.ts';

export interface Person {
  speaker: Attending;
  api: ApiClient;
  /** Another one after a reload. */
  attendee: Attendee;
  /** Null for someone who only watches. */
  microphone: Microphone | null;
  /** Leaves and joins again, as a browser does that loads the page anew. */
  reload(): Promise<void>;
}

/** Someone of the meeting; without an address nobody writes to them. */
export type Attending = Omit<Speaker, 'email'> & Partial<Pick<Speaker, 'email'>>;

/** Someone who has a name but says nothing: hears the AI participant, and is the audience of a single speaker. */
export const observer: Attending = { id: 'observer', name: 'Observer' };

interface EnterOptions extends Omit<AttendeeOptions, 'joined'> {
  sampleRate: number;
  onJoined: (joined: Joined) => void;
}

/** Joins by the code as this person; with a cookie jar that created the meeting, as its host. */
export async function enter(
  speaker: Attending,
  { api, code }: { api: ApiClient; code: string },
  { sampleRate, onJoined, ...watching }: EnterOptions,
): Promise<Person> {
  const join = async () => connectAttendee({ joined: await api.join(code, speaker), ...watching });
  const attendee = await join();
  onJoined(attendee.joined);
  const microphone = speaker === observer ? null : await publishMicrophone(attendee.room, sampleRate);
  const person: Person = {
    speaker,
    api,
    attendee,
    microphone,
    async reload() {
      const left = person.attendee;
      await left.disconnect();
      person.attendee = await join();
      await microphone?.moveTo(person.attendee.room);
    },
  };
  return person;
}

export interface Ending {
  /** When the call that ends the meeting was answered (Unix time in milliseconds); null where it was refused. */
  endedAtMs: number | null;
  /** What went wrong. */
  problems: string[];
}

/** Everyone leaves but the host, who then ends the meeting. */
export async function leaveAndEnd([host, ...others]: Person[]): Promise<Ending> {
  const problems: string[] = [];
  const note = (error: unknown) => void problems.push(messageOf(error));
  for (const { attendee, api } of others) {
    attendee.expectDisconnect();
    await api.leave(attendee.joined).catch(note);
  }
  host?.attendee.expectDisconnect();
  if (!host) return { endedAtMs: null, problems };
  const endedAtMs = await host.api.end(host.attendee.joined).then(nowMs, (error: unknown) => {
    note(error);
    return null;
  });
  return { endedAtMs, problems };
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
