import { useParticipants } from '@livekit/components-react';
import { ParticipantKind } from 'livekit-client';
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
  actions: HostActions;
}

/** Everyone who is here; for those who moderate also who waits, who is kept out, and the rules. */
export function PeoplePanel({ me, people, actions }: PeoplePanelProps) {
  const here = useParticipants().filter((participant) => participant.kind !== ParticipantKind.AGENT);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-3 pb-5">
      <WaitingList waiting={people.waiting} actions={actions} />
      <ul aria-label="People who are here" className="flex flex-col">
        {here.map((participant) => (
          <PersonRow
            key={participant.identity}
            participant={participant}
            me={me}
            onAct={(act) => actions.act(participant.identity, act)}
          />
        ))}
      </ul>
      <KeptOutList people={people.keptOut} actions={actions} />
      {people.settings && <ConductRules settings={people.settings} actions={actions} />}
      {people.settings && <MeetingRules settings={people.settings} actions={actions} />}
    </div>
  );
}
