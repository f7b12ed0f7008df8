import type { ReactNode } from 'react';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import type { Reveal } from './useReveal.ts';
import type { Transcript } from './useTranscript.ts';
import { useTranscriptItems } from './useTranscriptItems.ts';

interface TranscriptSideProps {
  id: string;
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  transcript: Transcript;
  reveal: Reveal | null;
  notice: ReactNode;
}

/** The transcript beside the stage, or in a sheet from below where there is no room for it. */
export function TranscriptSide({ transcript, reveal, ...panel }: TranscriptSideProps) {
  return (
    <SidePanel title="Transcript" {...panel}>
      <LivePanel {...transcript} reveal={reveal} />
    </SidePanel>
  );
}

function LivePanel({ store, catchUp, reveal }: Transcript & Pick<TranscriptSideProps, 'reveal'>) {
  return <TranscriptPanel transcript={{ items: useTranscriptItems(store), catchUp }} reveal={reveal} />;
}
