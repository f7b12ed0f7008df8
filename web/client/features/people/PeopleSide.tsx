import { lazy, type ReactNode } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { HandsControl } from '../hands/useHands.ts';
import type { Pinning } from '../tiles/usePinning.ts';
import type { Standing } from './standing.ts';
import type { HostActions } from './useHostActions.ts';
import type { PeopleState } from './usePeople.ts';

const PeoplePanel = lazy(async () => ({ default: (await import('./PeoplePanel.tsx')).PeoplePanel }));

interface PeopleSideProps {
  id: string;
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  notice: ReactNode;
  me: Standing;
  people: PeopleState;
  hands: HandsControl;
  pinning: Pinning;
  actions: HostActions;
  isInMain: boolean;
  onBreakouts: (() => void) | null;
}

/** The people beside the stage, or in a sheet from below where there is no room for them. Loaded when it is opened. */
export function PeopleSide({ id, wide, open, onOpenChange, notice, ...parts }: PeopleSideProps) {
  return (
    <SidePanel title="People" {...{ id, wide, open, onOpenChange, notice }}>
      <LazyPart fallback={<Spinner size={24} />}>
        <PeoplePanel {...parts} />
      </LazyPart>
    </SidePanel>
  );
}
