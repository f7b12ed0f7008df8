import { Copy } from 'lucide-react';
import { lazy, useState } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { say } from '../../ui/say.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { formatTime } from '../captions/format-time.ts';
import type { Found } from './find-words.ts';
import type { LineMatches } from './LineSearch.tsx';
import { SearchButton } from './SearchButton.tsx';
import { type TranscriptRow, type Wording, wordsOf } from './transcript-rows.ts';

const LineSearch = lazy(async () => ({ default: (await import('./LineSearch.tsx')).LineSearch }));

interface TranscriptHeadProps {
  rows: readonly TranscriptRow[];
  /** Of the rows. */
  texts: readonly string[];
  wording: Wording;
  /** Null where the live wording is the one that counts everywhere. */
  onWording: ((wording: Wording) => void) | null;
  onMatches(matches: LineMatches): void;
  onShow(found: Found): void;
}

/** Above the transcript: search, which wording, and copying all of it. */
export function TranscriptHead({ rows, texts, wording, onWording, onMatches, onShow }: TranscriptHeadProps) {
  const [searching, setSearching] = useState(false);
  const field = <SearchButton label="Search in this meeting" onPress={() => setSearching(true)} />;
  const copy = async () => {
    await navigator.clipboard.writeText(asText(rows, wording));
    await say({ text: 'The transcript is copied.' });
  };
  return (
    <div className="flex flex-col items-start gap-2 border-line border-b p-3">
      <div className="flex w-full items-center gap-2">
        {searching ? (
          <LazyPart fallback={field}>
            <LineSearch texts={texts} onMatches={onMatches} onShow={onShow} />
          </LazyPart>
        ) : (
          field
        )}
        <button
          type="button"
          title="Copy the transcript"
          aria-label="Copy the transcript"
          onClick={() => void copy()}
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-xl text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <Copy aria-hidden size={17} />
        </button>
      </div>
      {onWording && (
        <Tabs<Wording>
          label="Wording"
          value={wording}
          onChange={onWording}
          options={[
            { value: 'final', label: 'As it counts' },
            { value: 'live', label: 'As heard live' },
          ]}
        />
      )}
    </div>
  );
}

function asText(rows: readonly TranscriptRow[], wording: Wording): string {
  return rows
    .flatMap((row) => {
      if (row.kind === 'gap' || row.line.kind === 'unheard') return [];
      const words = wordsOf(row.line, wording);
      const who = `${row.line.speakerName} (${formatTime(row.line.startMs)})`;
      return row.startsTurn ? ['', who, words] : [words];
    })
    .join('\n')
    .trim();
}
