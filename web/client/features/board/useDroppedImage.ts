import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  getDataURL,
  viewportCoordsToSceneCoords,
} from '@excalidraw/excalidraw';
import type { BinaryFileData, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { DragEvent } from 'react';
import { toast } from 'sonner';
import { storeImage } from '../api/board.ts';
import type { Access } from '../api/people.ts';
import { fitInto } from './fit-into.ts';
import { prepareImage } from './prepare-image.ts';

interface Drop {
  file: File;
  /** Where its middle comes to be, in the scene. */
  at: { x: number; y: number };
}

/**
 * Takes files that are dropped on the whiteboard, before Excalidraw does: it would look for a whole drawing in them, and
 * show that instead of what everyone has. An image is put where it was dropped; everything else is refused.
 */
export function useDroppedImage(
  api: ExcalidrawImperativeAPI | null,
  { mayDraw, ...access }: Access & { mayDraw: boolean },
): (event: DragEvent) => void {
  return (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    if (!api || !mayDraw) return;
    const at = viewportCoordsToSceneCoords(event, api.getAppState());
    putImage(api, access, { file, at }).catch((error: Error) =>
      toast.error(error.message, { id: 'board-problem' }),
    );
  };
}

async function putImage(api: ExcalidrawImperativeAPI, access: Access, { file, at }: Drop): Promise<void> {
  const { image, ...natural } = await prepareImage(file);
  const fileId = (await storeImage(access, image)) as BinaryFileData['id'];
  const mimeType = image.type as BinaryFileData['mimeType'];
  api.addFiles([{ id: fileId, mimeType, dataURL: await getDataURL(image), created: Date.now() }]);
  const { width: viewWidth, height: viewHeight, zoom } = api.getAppState();
  // Half of what is to be seen, as when Excalidraw places one.
  const { width, height } = fitInto(natural, {
    width: viewWidth / 2 / zoom.value,
    height: viewHeight / 2 / zoom.value,
  });
  const drawn = convertToExcalidrawElements([
    { type: 'image', fileId, x: at.x - width / 2, y: at.y - height / 2, width, height, status: 'saved' },
  ]);
  api.updateScene({
    elements: [...api.getSceneElementsIncludingDeleted(), ...drawn],
    captureUpdate: CaptureUpdateAction.IMMEDIATELY,
  });
}
