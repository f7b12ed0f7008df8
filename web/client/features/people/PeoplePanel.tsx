import { useParticipants } from '@livekit/components-react';
import { ParticipantKind, RoomEvent } from 'livekit-client';
import { DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { may } from '../../../../lib/roles.ts';
import { Button } from '../../ui/Button.tsx';
import { matchesWords } from '../../ui/matches-words.ts';
import { TextField } from '../../ui/TextField.tsx';
import { HandsList } from '../hands/HandsList.tsx';
import type { HandsControl } from '../hands/useHands.ts';
import type { Pinning } from '../tiles/usePinning.ts';
import { ConductRules } from './ConductRules.tsx';
import { KeptOutList } from './KeptOutList.tsx';
import { MeetingRules } from './MeetingRules.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { Standing } from './standing.ts';
import type { HostActions } from './useHostActions.ts';
import type { PeopleState } from './usePeople.ts';
import { WaitingList } from './WaitingList.tsx';

interface PeoplePanelProps {
  me: Standing;
  people: PeopleState;
  hands: HandsControl;
  pinning: Pinning;
  actions: HostActions;
  /** In the main room of the meeting; nobody new comes into a breakout room. */
  isInMain: boolean;
  onBreakouts: (() => void) | null;
}

/** Each row follows the rest of its person. */
const whenRenamed = { updateOnlyOn: [RoomEvent.ParticipantNameChanged] };
/** From so many people on a search finds one faster than the eye. */
const searchFrom = 6;

/** Everyone who is here, hands first; for those who moderate also who waits, who is kept out, and the rules. */
export function PeoplePanel({ me, people, hands, pinning, actions, ...rest }: PeoplePanelProps) {
  const { isInMain, onBreakouts } = rest;
  const here = useParticipants(whenRenamed).filter(({ kind }) => kind !== ParticipantKind.AGENT);
  const [search, setSearch] = useState('');
  const found = here.filter(({ name }) => matchesWords(name ?? '', search));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-3 pb-5">
      <WaitingList waiting={people.waiting} actions={actions} />
      <HandsList
        hands={{
          queue: hands.queue,
          // One's own hand needs no host.
          lower: may(me.role, 'moderate') ? hands.lower : () => hands.setRaised(false),
        }}
        people={here}
        mayModerate={may(me.role, 'moderate')}
      />
      {(here.length >= searchFrom || search !== '') && (
        <TextField
          label={`Search ${here.length} people`}
          type="search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <ul aria-label="People who are here" className="flex flex-col">
        {found.map((participant) => (
          <PersonRow
            key={participant.identity}
            participant={participant}
            me={me}
            pin={pinning.of(participant.identity)}
            draws={people.draws}
            onAct={(act) => actions.act(participant.identity, act)}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <p role="status" className="text-center text-ink-faint text-sm">
          Nobody here is called that.
        </p>
      )}
      {onBreakouts && (
        <Button aria-haspopup="dialog" onClick={onBreakouts}>
          <DoorOpen aria-hidden size={17} />
          Breakout rooms
        </Button>
      )}
      <KeptOutList people={people.keptOut} actions={actions} />
      {people.settings && <ConductRules settings={people.settings} actions={actions} />}
      {people.settings && isInMain && <MeetingRules settings={people.settings} actions={actions} />}
    </div>
  );
}
