import { CloudOff, Search, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { describeCount } from './describe-count.ts';
import { FoundMeetings } from './FoundMeetings.tsx';
import type { SearchAddress } from './search-address.ts';
import { useArchiveSearch } from './useArchiveSearch.ts';

interface SearchResultsProps {
  address: SearchAddress;
  /** Nothing was found: perhaps a question finds it. */
  onAsk(): void;
}

/** What was found by words. */
export function SearchResults({ address: { q = '', speaker, from, to }, onAsk }: SearchResultsProps) {
  const filters = { ...(speaker ? { speaker } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const { first, meetings, ...found } = useArchiveSearch({ q, ...filters });
  if (found.error && !first) {
    return (
      <Note icon={<CloudOff aria-hidden size={24} />} title={found.error.message} role="alert">
        <Button onClick={found.retry}>Try again</Button>
      </Note>
    );
  }
  if (found.loading) {
    return (
      <p role="status" className="flex items-center justify-center gap-3 py-16 text-ink-soft">
        <Spinner /> Searching
      </p>
    );
  }
  if (!first || first.matched === 'none') {
    return (
      <Note icon={<Search aria-hidden size={24} />} title="Search all that was said">
        Words, names or "a phrase in quotes": in transcripts, titles, summaries, decisions and tasks of the
        meetings that you may see.
      </Note>
    );
  }
  if (meetings.length === 0) {
    return (
      <Note icon={<SearchX aria-hidden size={24} />} title="Nothing was found">
        <span>Nobody said that, as far as it was heard. A question in your own words may find more.</span>
        <Button onClick={onAsk}>Ask your meetings</Button>
      </Note>
    );
  }
  return (
    <div aria-busy={found.stale} className={found.stale ? 'opacity-60 transition-opacity' : ''}>
      <p aria-live="polite" className="mb-4 text-ink-soft text-sm">
        {describeCount(first)}
      </p>
      <FoundMeetings meetings={meetings} />
      {found.hasMore && (
        <div className="mt-5 flex justify-center">
          <Button busy={found.loadingMore} onClick={found.loadMore}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

interface NoteProps {
  icon: ReactNode;
  title: string;
  role?: 'alert';
  children: ReactNode;
}

function Note({ icon, title, role, children }: NoteProps) {
  return (
    <div
      role={role}
      className="flex flex-col items-center gap-3 rounded-2xl border border-line border-dashed px-6 py-14 text-center"
    >
      <span className="flex size-12 items-center justify-center rounded-2xl bg-accent-soft text-accent">
        {icon}
      </span>
      <p className="font-medium">{title}</p>
      <div className="flex max-w-md flex-col items-center gap-4 text-pretty text-ink-soft text-sm">
        {children}
      </div>
    </div>
  );
}
