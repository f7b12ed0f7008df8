import { type ComponentProps, lazy, type ReactNode } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Spinner } from '../../ui/Spinner.tsx';

const AskPanel = lazy(async () => ({ default: (await import('./AskPanel.tsx')).AskPanel }));

interface AskSideProps {
  id: string;
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  notice: ReactNode;
  panel: ComponentProps<typeof AskPanel>;
}

/** Questions beside the stage, or in a sheet from below where there is no room for them. Loaded when it is opened. */
export function AskSide({ panel, ...side }: AskSideProps) {
  return (
    <SidePanel title="Questions" {...side}>
      <LazyPart fallback={<Spinner size={24} />}>
        <AskPanel {...panel} />
      </LazyPart>
    </SidePanel>
  );
}
