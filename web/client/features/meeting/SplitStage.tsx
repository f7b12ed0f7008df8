import { Columns2, Rows2 } from 'lucide-react';
import { Fragment, type ReactNode, useLayoutEffect } from 'react';
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Direction, directionOf, isDirectionFree, pairOf, usualShare } from './split-shape.ts';
import type { StagePanel } from './stage-panels.ts';
import { useElementSize } from './useElementSize.ts';
import type { StageControl } from './useStage.ts';

interface SplitStageProps extends Pick<StageControl, 'choices' | 'choose'> {
  /** One or two; what stays keeps its state while others come and go. */
  panels: readonly StagePanel[];
  contentOf(panel: StagePanel): ReactNode;
}

/** Pixels: a face, or the tools of a board. */
const least = { columns: 144, rows: 96 };

/** Panels with a line between them that is dragged, or moved with the arrow keys, and turned. */
export function SplitStage({ panels, contentOf, choices, choose }: SplitStageProps) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const group = useGroupRef();
  const direction = directionOf(width, height, choices.direction);
  const [first, second] = panels;
  const pair = first && second ? ([first, second] as const) : null;
  const share = pair && (choices.shares[pairOf(pair)] ?? usualShare(pair));
  const isMeasured = width > 0;
  useLayoutEffect(() => {
    if (!isMeasured || !first || !second || share === null) return;
    const divide = () => {
      const known = group.current?.getLayout() ?? {};
      if (!(first in known && second in known)) return false;
      group.current?.setLayout({ [first]: share, [second]: 100 - share });
      return true;
    };
    if (divide()) return;
    // One took the place of another: the group, which throws on a panel that it does not know, learns of it a moment later.
    const frame = requestAnimationFrame(divide);
    return () => cancelAnimationFrame(frame);
  }, [group, isMeasured, first, second, share]);
  return (
    <div ref={ref} className="relative min-h-0 min-w-0 flex-1">
      {isMeasured && (
        <Group
          groupRef={group}
          orientation={direction === 'columns' ? 'horizontal' : 'vertical'}
          onLayoutChange={(layout) => {
            // The button on the line goes with it, without a render for each pixel.
            if (first) ref.current?.style.setProperty('--share', `${layout[first]}%`);
          }}
          onLayoutChanged={(layout, { isUserInteraction }) => {
            const moved = pair && layout[pair[0]];
            if (!isUserInteraction || !moved) return;
            choose({ shares: { ...choices.shares, [pairOf(pair)]: Math.round(moved * 10) / 10 } });
          }}
        >
          {panels.map((panel, index) => (
            <Fragment key={panel}>
              {index > 0 && <Divider direction={direction} />}
              <Panel id={panel} minSize={least[direction]} className="flex" style={{ overflow: 'hidden' }}>
                {contentOf(panel)}
              </Panel>
            </Fragment>
          ))}
        </Group>
      )}
      {pair && isDirectionFree(width) && (
        <FlipButton
          direction={direction}
          onFlip={() => choose({ direction: direction === 'columns' ? 'rows' : 'columns' })}
        />
      )}
    </div>
  );
}

function Divider({ direction }: { direction: Direction }) {
  const isColumns = direction === 'columns';
  return (
    <Separator
      aria-label="Size of the panels"
      className={`group flex items-center justify-center rounded-full outline-offset-0 ${isColumns ? 'w-3' : 'h-3'}`}
    >
      <span
        className={`rounded-full bg-line-strong/60 transition-colors group-hover:bg-accent group-data-[separator=active]:bg-accent ${isColumns ? 'h-10 w-1' : 'h-1 w-10'}`}
      />
    </Separator>
  );
}

/** Stands on the line, beside the place where it is dragged. */
function FlipButton({ direction, onFlip }: { direction: Direction; onFlip(): void }) {
  const isColumns = direction === 'columns';
  return (
    <IconButton
      label={isColumns ? 'Put the panels above each other' : 'Put the panels beside each other'}
      icon={isColumns ? <Rows2 aria-hidden size={15} /> : <Columns2 aria-hidden size={15} />}
      look="raised"
      size="tiny"
      className={`absolute z-10 rounded-full shadow-card ${
        isColumns
          ? 'top-[calc(50%+2.25rem)] left-(--share) -translate-x-1/2'
          : 'top-(--share) left-[calc(50%+2.25rem)] -translate-y-1/2'
      }`}
      onClick={onFlip}
    />
  );
}
