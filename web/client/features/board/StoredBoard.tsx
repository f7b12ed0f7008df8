import { Excalidraw, getDataURL, MainMenu } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import './board.css';
import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { BinaryFileData, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { useEffect, useState } from 'react';
import type { BoardView } from '../../../../lib/board-messages.ts';
import type { MeetingId } from '../../../../lib/ids.ts';
import { useDark } from '../../ui/theme.ts';
import { fetchImage } from '../api/board.ts';
import { nameMenu } from './name-menu.ts';

interface StoredBoardProps {
  meetingId: MeetingId;
  elements: BoardView['elements'];
}

const readOnly = {
  canvasActions: { export: false, saveAsImage: false, loadScene: false, toggleTheme: false },
} as const;

/** A whiteboard as it was left, to look at: it can be moved and zoomed, and not changed. */
export function StoredBoard({ meetingId, elements }: StoredBoardProps) {
  const [api, setApi] = useState<ExcalidrawImperativeAPI | null>(null);
  const dark = useDark();
  // Parsed by our schema on the server, which has Excalidraw's fields without its brands.
  const drawn = elements as unknown as OrderedExcalidrawElement[];
  useEffect(() => {
    if (!api) return;
    for (const element of elements) {
      if (element.type === 'image' && typeof element.fileId === 'string') {
        void addImage(api, meetingId, element.fileId).catch(() => undefined);
      }
    }
  }, [api, elements, meetingId]);
  return (
    <div ref={nameMenu} className="size-full">
      <Excalidraw
        excalidrawAPI={setApi}
        theme={dark ? 'dark' : 'light'}
        viewModeEnabled
        aiEnabled={false}
        validateEmbeddable={false}
        UIOptions={readOnly}
        initialData={{ elements: drawn, scrollToContent: true }}
      >
        <MainMenu>
          <MainMenu.DefaultItems.SearchMenu />
          <MainMenu.DefaultItems.Help />
        </MainMenu>
      </Excalidraw>
    </div>
  );
}

/** One that cannot be fetched stays an empty frame, as Excalidraw draws it. */
async function addImage(api: ExcalidrawImperativeAPI, meetingId: MeetingId, id: string): Promise<void> {
  const image = await fetchImage({ meetingId }, id);
  const dataURL = await getDataURL(image);
  const mimeType = image.type as BinaryFileData['mimeType'];
  api.addFiles([{ id: id as BinaryFileData['id'], dataURL, mimeType, created: Date.now() }]);
}
