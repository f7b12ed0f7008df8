import { Copy } from 'lucide-react';
import { lazy, useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { SearchButton } from '../lines/SearchButton.tsx';
import { copyText } from './copy-text.ts';
import type { SearchProps } from './TranscriptSearch.tsx';
import { transcriptText } from './transcript-text.ts';

const TranscriptSearch = lazy(async () => ({
  default: (await import('./TranscriptSearch.tsx')).TranscriptSearch,
}));

/** Above the transcript: looks for words in it, and copies all of it. The search is loaded when somebody goes for it. */
export function TranscriptTools(search: SearchProps) {
  const [searching, setSearching] = useState(false);
  const field = <SearchButton label="Search what was said" onPress={() => setSearching(true)} />;
  return (
    <div className="flex items-center gap-1 border-line border-b px-3 pb-2">
      {searching ? (
        <LazyPart fallback={field}>
          <TranscriptSearch {...search} />
        </LazyPart>
      ) : (
        field
      )}
      <IconButton
        label="Copy the transcript"
        icon={<Copy aria-hidden size={17} />}
        onClick={() => void copyText(transcriptText(search.items), 'The transcript is copied.')}
      />
    </div>
  );
}
