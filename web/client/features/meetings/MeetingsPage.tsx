import { Link } from '@tanstack/react-router';
import { CalendarPlus, CloudOff } from 'lucide-react';
import { lazy, useDeferredValue, useState } from 'react';
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import type { MeetingOrigin, MeetingTimes } from '../../../../lib/planning.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { JoinByCode } from '../home/JoinByCode.tsx';
import { PersonaPicker } from '../personas/PersonaPicker.tsx';
import { EmptyList } from './EmptyList.tsx';
import { MeetingRow } from './MeetingRow.tsx';
import { NewMeetingButton } from './NewMeetingButton.tsx';
import { Page } from './Page.tsx';
import { SearchField } from './SearchField.tsx';
import { useMeetingList } from './useMeetingList.ts';

const AccessRequests = lazy(async () => ({
  default: (await import('../access/AccessRequests.tsx')).AccessRequests,
}));

/** The start page of someone with an account: what comes, what runs, what was. */
export function MeetingsPage() {
  useTitle('Meetings');
  const [times, setTimes] = useState<MeetingTimes>('all');
  const [origin, setOrigin] = useState<MeetingOrigin>('all');
  const [typed, setTyped] = useState('');
  const [personaId, setPersonaId] = useState<PersonaView['id'] | null>(null);
  const search = useDeferredValue(typed.trim());
  const list = useMeetingList({ times, origin, search });
  const tab = <T extends MeetingTimes>(value: T, label: string) => ({
    value,
    label,
    count: list.counts?.[value],
  });
  const nowMs = Date.now();
  return (
    <Page>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-semibold text-3xl tracking-tight">Meetings</h1>
        <div className="flex w-full gap-3 sm:w-auto">
          <Link
            to="/plan"
            className="inline-flex min-h-10 flex-1 items-center justify-center gap-2 whitespace-nowrap rounded-xl border border-line bg-surface px-3 font-medium text-sm hover:bg-sunken"
          >
            <CalendarPlus aria-hidden size={18} />
            Plan a meeting
          </Link>
          <NewMeetingButton personaId={personaId} />
        </div>
      </div>
      <LazyPart failed={null}>
        <AccessRequests />
      </LazyPart>
      <div className="mt-6 grid gap-4 sm:grid-cols-2 sm:gap-8">
        <JoinByCode />
        <PersonaPicker value={personaId} onChange={setPersonaId} />
      </div>
      <div className="mt-5 flex items-end gap-3 sm:mt-6">
        <SearchField value={typed} onChange={setTyped} />
        <div className="w-32 shrink-0 sm:w-auto">
          <SelectField
            label="Whose"
            value={origin}
            options={[
              { value: 'all', label: 'Everyone’s' },
              { value: 'mine', label: 'Mine' },
              { value: 'invited', label: 'Others’' },
            ]}
            onChange={(value) => setOrigin(value === 'mine' || value === 'invited' ? value : 'all')}
          />
        </div>
      </div>
      <div className="mt-4">
        <Tabs<MeetingTimes>
          label="Which meetings"
          value={times}
          onChange={setTimes}
          options={[tab('all', 'All'), tab('upcoming', 'Upcoming'), tab('live', 'Live'), tab('past', 'Past')]}
        />
      </div>
      <section aria-label="List of meetings" aria-busy={list.stale} className="mt-4">
        {list.loading && (
          <p role="status" className="flex items-center justify-center gap-3 py-16 text-ink-soft">
            <Spinner /> Looking for your meetings
          </p>
        )}
        {list.error && !list.meetings && (
          <div role="alert" className="flex flex-col items-center gap-4 py-16 text-ink-soft">
            <CloudOff aria-hidden size={26} />
            {list.error.message}
            <Button onClick={list.retry}>Try again</Button>
          </div>
        )}
        {list.meetings?.length === 0 && (
          <EmptyList times={times} filtered={search !== '' || origin !== 'all'} />
        )}
        {list.meetings && list.meetings.length > 0 && (
          <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
            {list.meetings.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} nowMs={nowMs} />
            ))}
          </ul>
        )}
        {list.hasMore && (
          <div className="mt-5 flex justify-center">
            <Button busy={list.loadingMore} onClick={list.loadMore}>
              Show more
            </Button>
          </div>
        )}
      </section>
    </Page>
  );
}
