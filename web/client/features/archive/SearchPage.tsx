import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { Tabs } from '../../ui/Tabs.tsx';
import { SettingsPage } from '../accounts/SettingsPage.tsx';
import { AskArchive } from './AskArchive.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';
import { readSearchAddress, type SearchAddress } from './search-address.ts';

/** `/search`: everything that was said in meetings that one may see, by words or by a question. */
export function SearchPage() {
  return <SettingsPage title="Search">{() => <Search />}</SettingsPage>;
}

function Search() {
  const address: SearchAddress = useSearch({ from: '/search' });
  const navigate = useNavigate();
  const deferred = useDeferredValue(address);
  // The address keeps what was looked for; each letter would be a step back.
  const change = (next: SearchAddress) =>
    void navigate({ to: '/search', search: readSearchAddress({ ...next }), replace: true });
  return (
    <>
      <Tabs<'words' | 'ask'>
        label="How to search"
        value={address.ask ? 'ask' : 'words'}
        onChange={(tab) => change(tab === 'ask' ? { ...address, ask: true } : withoutAsk(address))}
        options={[
          { value: 'words', label: 'Find words' },
          { value: 'ask', label: 'Ask a question' },
        ]}
      />
      {address.ask ? (
        <AskArchive meetingId={null} />
      ) : (
        <>
          <div className="flex flex-col gap-4">
            <SearchBox value={address.q ?? ''} onChange={(q) => change({ ...address, q })} />
            <SearchFilters value={address} onChange={change} />
          </div>
          <SearchResults address={deferred} onAsk={() => change({ ...address, ask: true })} />
        </>
      )}
    </>
  );
}

function withoutAsk({ ask: _, ...rest }: SearchAddress): SearchAddress {
  return rest;
}
