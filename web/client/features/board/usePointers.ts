import type { Collaborator, ExcalidrawImperativeAPI, SocketId } from '@excalidraw/excalidraw/types';
import type { HocuspocusProvider } from '@hocuspocus/provider';
import { useEffect, useRef } from 'react';
import { hueOf } from '../../ui/initials.ts';
import { readPointers } from './read-pointers.ts';

/** Each move is a message to everyone. */
const pointEveryMs = 100;

/** Shows where others point, under their names. Returns what to call with one's own pointer. */
export function usePointers(
  api: ExcalidrawImperativeAPI | null,
  { provider, mayDraw }: { provider: HocuspocusProvider; mayDraw: boolean },
): (moved: { pointer: { x: number; y: number } }) => void {
  const may = useRef(mayDraw);
  may.current = mayDraw;
  const lastAt = useRef(0);

  useEffect(() => {
    const { awareness } = provider;
    if (!api || !awareness) return;
    const show = () => {
      const others = readPointers(awareness.getStates(), awareness.clientID).map(
        (each) => [String(each.client) as SocketId, collaboratorOf(each)] as const,
      );
      api.updateScene({ collaborators: new Map(others) });
    };
    awareness.on('change', show);
    show();
    return () => {
      awareness.off('change', show);
      awareness.setLocalStateField('pointer', null);
    };
  }, [api, provider]);

  return useRef(({ pointer: { x, y } }: { pointer: { x: number; y: number } }) => {
    const now = Date.now();
    if (!may.current || now - lastAt.current < pointEveryMs) return;
    lastAt.current = now;
    provider.awareness?.setLocalStateField('pointer', { x, y });
  }).current;
}

function collaboratorOf({ personId, name, x, y }: ReturnType<typeof readPointers>[number]): Collaborator {
  const colour = `hsl(${hueOf(personId ?? name)} 60% 40%)`;
  return {
    username: name,
    pointer: { x, y, tool: 'pointer' },
    color: { background: colour, stroke: colour },
  };
}
