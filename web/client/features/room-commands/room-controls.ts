import type { RoomMetadata } from '../../../../lib/messages.ts';
import type { PushToAsk } from '../assistant/usePushToAsk.ts';
import type { Replies } from '../assistant/useReplies.ts';
import type { BoardControl } from '../board/useBoard.ts';
import type { AudioOnly } from '../connection/useAudioOnly.ts';
import type { HandsControl } from '../hands/useHands.ts';
import type { Reactions } from '../hands/useReactions.ts';
import type { Devices } from '../meeting/useDevices.ts';
import type { RoomDialogs } from '../meeting/useRoomDialogs.ts';
import type { RoomSides } from '../meeting/useRoomSides.ts';
import type { StageControl } from '../meeting/useStage.ts';
import type { Standing } from '../people/standing.ts';
import type { Pip } from '../pip/usePip.ts';
import type { PollsControl } from '../polls/usePolls.ts';
import type { RecordingControl } from '../recording/useRecordingControl.ts';
import type { ScreenShareControl } from '../screen/useScreenShare.ts';

/** What the room is like for this person, and what they can change about it. */
export interface RoomControls {
  me: Standing;
  /** Not in a breakout room: the whole meeting is ended, and rooms are opened, from its main room. */
  isInMain: boolean;
  personaName: string;
  /** Why nothing can be asked now; null when it can. */
  askClosed: string | null;
  features: Pick<RoomMetadata['features'], 'paused' | 'muted' | 'dismissed'>;
  devices: Devices;
  captions: { on: boolean; toggle(): void };
  hands: Pick<HandsControl, 'queue' | 'raised' | 'busy' | 'setRaised' | 'lower'>;
  reactions: Pick<Reactions, 'send'>;
  share: Pick<ScreenShareControl, 'state' | 'offered' | 'closed' | 'toggle'>;
  board: BoardControl;
  recording: RecordingControl;
  audioOnly: Pick<AudioOnly, 'on' | 'turnOn' | 'turnOff'>;
  push: PushToAsk;
  replies: Pick<Replies, 'ask'>;
  stage: Pick<StageControl, 'offered' | 'panels' | 'toggle' | 'choices' | 'choose' | 'pinning'>;
  pip: Pip;
  sides: Pick<RoomSides, 'isOpen' | 'show'>;
  polls: Pick<PollsControl, 'offered'>;
  dialogs: Pick<RoomDialogs, 'show'>;
  breakouts: { list(): void; returnToMain(): void };
  /** Off the record by the main room, where alone that ends. */
  heldOffRecord: boolean;
  /** Of those who moderate. */
  assistant: { change(change: { paused: boolean } | { muted: boolean } | { dismissed: false }): void };
  copyLink(): void;
  leave(): void;
}
