import { lazy, type ReactNode } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { PollsPanelProps } from './PollsPanel.tsx';

const PollsPanel = lazy(async () => ({ default: (await import('./PollsPanel.tsx')).PollsPanel }));

interface PollsSideProps extends PollsPanelProps {
  id: string;
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  notice: ReactNode;
}

/** The polls beside the stage, or in a sheet from below where there is no room for them. Loaded when it is opened. */
export function PollsSide({ polls, access, me, moderates, offRecord, ...panel }: PollsSideProps) {
  return (
    <SidePanel title="Polls" {...panel}>
      <LazyPart fallback={<Spinner size={24} />}>
        <PollsPanel {...{ polls, access, me, moderates, offRecord }} />
      </LazyPart>
    </SidePanel>
  );
}
