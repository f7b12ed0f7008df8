import { Captions, CaptionsOff, MessageCircleQuestion, ScrollText, Users } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';

export interface RoomViewState {
  captionsOn: boolean;
  onCaptions(on: boolean): void;
  transcriptOpen: boolean;
  onTranscript(open: boolean): void;
  askOpen: boolean;
  onAsk(open: boolean): void;
  peopleOpen: boolean;
  onPeople(open: boolean): void;
  /** How many people wait to be let in. */
  waiting: number;
}

/** What this person sees: captions under the stage, panels beside it. Where it is narrow most of it is in the menu. */
export function ViewButtons({
  captionsOn,
  onCaptions,
  transcriptOpen,
  onTranscript,
  ...others
}: RoomViewState) {
  const { askOpen, onAsk, peopleOpen, onPeople, waiting } = others;
  return (
    <>
      <IconButton
        label={captionsOn ? 'Hide captions' : 'Show captions'}
        icon={captionsOn ? <Captions aria-hidden size={21} /> : <CaptionsOff aria-hidden size={21} />}
        look={captionsOn ? 'active' : 'raised'}
        size="large"
        className="max-md:hidden"
        onClick={() => onCaptions(!captionsOn)}
      />
      <IconButton
        label={transcriptOpen ? 'Hide transcript' : 'Show transcript'}
        icon={<ScrollText aria-hidden size={21} />}
        look={transcriptOpen ? 'active' : 'raised'}
        size="large"
        aria-expanded={transcriptOpen}
        className="max-md:hidden"
        onClick={() => onTranscript(!transcriptOpen)}
      />
      <IconButton
        label={askOpen ? 'Hide questions' : 'Ask a question'}
        icon={<MessageCircleQuestion aria-hidden size={21} />}
        look={askOpen ? 'active' : 'raised'}
        size="large"
        aria-expanded={askOpen}
        onClick={() => onAsk(!askOpen)}
      />
      <span className="relative max-md:hidden">
        <IconButton
          label={`${peopleOpen ? 'Hide people' : 'Show people'}${waiting > 0 ? `, ${waiting} waiting` : ''}`}
          icon={<Users aria-hidden size={21} />}
          look={peopleOpen ? 'active' : 'raised'}
          size="large"
          aria-expanded={peopleOpen}
          onClick={() => onPeople(!peopleOpen)}
        />
        {waiting > 0 && (
          <span
            aria-hidden
            className="pointer-events-none absolute -top-1 -right-1 flex size-5 items-center justify-center rounded-full bg-accent font-bold text-[0.6875rem] text-on-accent"
          >
            {Math.min(waiting, 99)}
          </span>
        )}
      </span>
    </>
  );
}
