import { type TrackReference, useTracks } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { useEffect, useState } from 'react';
import { type Pinning, usePinning } from '../tiles/usePinning.ts';
import { choosePanel, closePanel, panelsOnStage, type StagePanel } from './stage-panels.ts';
import { readViewChoices, rememberViewChoices, type ViewChoices } from './view-choices.ts';

export interface StageControl {
  /** On the stage now, one or two, as they stand there. */
  panels: readonly StagePanel[];
  /** What can be on it now. */
  offered: readonly StagePanel[];
  /** Chooses a panel, or closes it when it is there. */
  toggle(panel: StagePanel): void;
  /** What somebody else shares. */
  screen: TrackReference | null;
  pinning: Pinning;
  choices: ViewChoices;
  /** Changes a part of the choices, and remembers them. */
  choose(change: Partial<ViewChoices>): void;
}

/** What this person has on the stage. A screen that somebody shares comes by itself, and goes when the share ends. */
export function useStage(hasBoard: boolean): StageControl {
  const [choices, setChoices] = useState(() => readViewChoices(localStorage));
  const pinning = usePinning();
  // While one takes over from another both are there for a moment.
  const screen = useTracks([Track.Source.ScreenShare]).findLast(({ participant }) => !participant.isLocal);
  const shareId = screen?.publication.trackSid;

  useEffect(() => rememberViewChoices(localStorage, choices), [choices]);
  useEffect(() => {
    const follow = shareId ? choosePanel : closePanel;
    setChoices((before) => ({ ...before, panels: follow(before.panels, 'screen') }));
  }, [shareId]);

  const offered: StagePanel[] = [
    ...(screen ? ['screen' as const] : []),
    ...(hasBoard ? ['board' as const] : []),
    'people',
  ];
  const panels = panelsOnStage(choices.panels, offered);
  return {
    panels,
    offered,
    toggle(panel) {
      const act = panels.includes(panel) ? closePanel : choosePanel;
      setChoices((before) => ({ ...before, panels: act(before.panels, panel) }));
    },
    screen: screen ?? null,
    pinning,
    choices,
    choose: (part) => setChoices((before) => ({ ...before, ...part })),
  };
}
