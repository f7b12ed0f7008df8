import { Excalidraw, MainMenu } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import './board.css';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { HocuspocusProvider } from '@hocuspocus/provider';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import type { Doc } from 'yjs';
import { idSchema } from '../../../../lib/id-schema.ts';
import { useDark } from '../../ui/theme.ts';
import { storeImage } from '../api/board.ts';
import type { Access } from '../api/people.ts';
import { nameMenu } from './name-menu.ts';
import { prepareImage } from './prepare-image.ts';
import { useBoardScene } from './useBoardScene.ts';
import { useDroppedImage } from './useDroppedImage.ts';
import { usePointers } from './usePointers.ts';

interface BoardCanvasProps extends Access {
  doc: Doc;
  provider: HocuspocusProvider;
  mayDraw: boolean;
}

const options = {
  canvasActions: {
    changeViewBackgroundColor: false,
    export: false,
    loadScene: false,
    saveToActiveFile: false,
    saveAsImage: false,
    toggleTheme: false,
  },
} as const;
const imageId = idSchema('fil');

/** Excalidraw on the meeting's document. Nothing of it leaves for another host. */
export function BoardCanvas({ doc, provider, mayDraw, meetingId, apiToken }: BoardCanvasProps) {
  const [api, setApi] = useState<ExcalidrawImperativeAPI | null>(null);
  const dark = useDark();
  const onChange = useBoardScene(api, { doc, mayDraw, meetingId, apiToken });
  const onPointer = usePointers(api, { provider, mayDraw });
  const onDrop = useDroppedImage(api, { mayDraw, meetingId, apiToken });
  return (
    <div ref={nameMenu} className="size-full" onDropCapture={onDrop}>
      <Excalidraw
        excalidrawAPI={setApi}
        theme={dark ? 'dark' : 'light'}
        viewModeEnabled={!mayDraw}
        isCollaborating
        aiEnabled={false}
        validateEmbeddable={false}
        UIOptions={options}
        onChange={(_elements: unknown, { errorMessage }: AppState) => {
          if (errorMessage) sayInstead(api, errorMessage);
          onChange();
        }}
        onPointerUpdate={onPointer}
        generateIdForFile={async (file: File) => {
          const { image } = await prepareImage(file);
          return storeImage({ meetingId, apiToken }, image);
        }}
        onPaste={({ files }: { files?: object }) => {
          const isForeign = Object.keys(files ?? {}).some((id) => !imageId.safeParse(id).success);
          if (isForeign) toast.info('Images of another whiteboard cannot be pasted. Add them as files.');
          return !isForeign;
        }}
      >
        <MainMenu>
          <MainMenu.DefaultItems.SearchMenu />
          <MainMenu.DefaultItems.Help />
          {mayDraw && <MainMenu.DefaultItems.ClearCanvas />}
        </MainMenu>
      </Excalidraw>
    </div>
  );
}

/** Says what Excalidraw would say in a dialog that keys do not reach where it is narrow. */
function sayInstead(api: ExcalidrawImperativeAPI | null, problem: ReactNode): void {
  toast.error(problem, { id: 'board-problem' });
  api?.updateScene({ appState: { errorMessage: null } });
}
