/**
 * One tab of a browser at a time is in a meeting. LiveKit takes the tab that connects last; without this an older one
 * that was cut off, or asleep, would come back and put the newer one out.
 */
interface ClaimOptions {
  meetingId: string;
  /** A newer tab of this browser has joined. */
  onTaken(): void;
}

/** Tells the older tabs that this one is in the meeting, without any server; returns how to stop listening. */
export function claimMeeting({ meetingId, onTaken }: ClaimOptions): () => void {
  const channel = new BroadcastChannel(`parley.meeting.${meetingId}`);
  channel.onmessage = onTaken;
  channel.postMessage('joined');
  return () => channel.close();
}
