import { lazy, type ReactNode, useDeferredValue } from 'react';
import type { Joined } from '../../../../lib/messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { OwnShare } from '../screen/OwnShare.tsx';
import { ScreenTile } from '../screen/ScreenTile.tsx';
import type { ScreenShareControl } from '../screen/useScreenShare.ts';
import type { AgentView } from '../tiles/agent-view.ts';
import { TileStage } from '../tiles/TileStage.tsx';
import type { StagePanel } from './stage-panels.ts';
import type { StageControl } from './useStage.ts';

const BoardPanel = lazy(async () => ({ default: (await import('../board/BoardPanel.tsx')).BoardPanel }));
const SplitStage = lazy(async () => ({ default: (await import('./SplitStage.tsx')).SplitStage }));

interface StageProps {
  joined: Joined;
  stage: StageControl;
  /** Null while it was sent away. */
  agent: AgentView | null;
  /** Ids of those whose hands are up, in order. */
  hands: readonly string[];
  share: ScreenShareControl;
}

/** What everyone looks at: one panel, or two beside each other. */
export function Stage({ joined, stage, agent, hands, share }: StageProps) {
  // What was there stays until the code for two panels is.
  const panels = useDeferredValue(stage.panels);
  const { screen } = stage;
  const contentOf = (panel: StagePanel): ReactNode => {
    switch (panel) {
      case 'screen':
        return screen && <ScreenTile screen={screen} stopOther={share.stopOther} />;
      case 'board':
        return (
          <LazyPart>
            <BoardPanel meetingId={joined.meeting.id} apiToken={joined.apiToken} />
          </LazyPart>
        );
      case 'people':
        return <TileStage agent={agent} hands={hands} pinning={stage.pinning} {...stage.choices} />;
      default:
        return panel satisfies never;
    }
  };
  const alone = panels.length === 1 && panels[0] === 'people';
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3">
      <p role="status" className="sr-only">
        {screen && `${screen.participant.name || 'Guest'} shares a screen.`}
      </p>
      {share.state.status === 'sharing' && <OwnShare onStop={share.toggle} />}
      {alone ? (
        contentOf('people')
      ) : (
        <LazyPart>
          <SplitStage {...stage} panels={panels} contentOf={contentOf} />
        </LazyPart>
      )}
    </div>
  );
}
