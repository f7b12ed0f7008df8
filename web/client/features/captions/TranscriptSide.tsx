import { SidePanel } from '../../ui/SidePanel.tsx';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import type { Transcript } from './useTranscript.ts';

interface TranscriptSideProps {
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  transcript: Transcript;
}

/** The transcript beside the stage, or in a sheet from below where there is no room for it. */
export function TranscriptSide({ transcript, ...panel }: TranscriptSideProps) {
  return (
    <SidePanel title="Transcript" {...panel}>
      <TranscriptPanel transcript={transcript} />
    </SidePanel>
  );
}
