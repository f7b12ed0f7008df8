import type { Turn } from '../turn.ts';
import type { SpokenText } from '../words/spoken-text.ts';

const request =
  /^(?:end|close|finish|stop|wrap up|conclude|terminate|adjourn|leave) (?:this|the|our) (?:meeting|call|session|conference)(?: (?:now|here|for (?:everyone|everybody|all|all of us|us)))*$|^end it(?: now)? for (?:everyone|everybody|all of us)(?: now)?$|^hang up for (?:everyone|all)$/;

/** Only a sentence that is nothing else: half a sentence about an end does not end a meeting. */
export function readEndMeeting(text: SpokenText): Turn | null {
  return request.test(text.plain) ? { kind: 'call', tool: 'endMeeting', arguments: {} } : null;
}
