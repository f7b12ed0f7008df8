import {
  CaptureUpdateAction,
  getCommonBounds,
  getDataURL,
  isInvisiblySmallElement,
} from '@excalidraw/excalidraw';
import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { BinaryFileData, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { Doc } from 'yjs';
import { createBoard } from '../../../../lib/board/board.ts';
import { boardIsFull } from '../../../../lib/board/limits.ts';
import { fetchImage } from '../api/board.ts';
import type { Access } from '../api/people.ts';
import { createBoardBinding } from './board-binding.ts';
import { createImageLoader } from './image-loader.ts';

interface BoardSceneOptions extends Access {
  doc: Doc;
  mayDraw: boolean;
}

/** Others see a line grow this often. */
const syncEveryMs = 80;

const refusals = {
  full: boardIsFull,
  invalid: 'This cannot be kept on the whiteboard, and was taken off it.',
} as const;

/** Keeps Excalidraw and the document equal. Returns what to call when something in the scene may have changed. */
export function useBoardScene(
  api: ExcalidrawImperativeAPI | null,
  { doc, mayDraw, meetingId, apiToken }: BoardSceneOptions,
): () => void {
  const changed = useRef(() => {});
  const may = useRef(mayDraw);
  may.current = mayDraw;

  useEffect(() => {
    if (!api) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const board = createBoard(doc);
    const images = createImageLoader({
      load: (id) => fetchImage({ meetingId, apiToken }, id),
      async show(id, image) {
        const dataURL = await getDataURL(image);
        const mimeType = image.type as BinaryFileData['mimeType'];
        api.addFiles([{ id: id as BinaryFileData['id'], dataURL, mimeType, created: Date.now() }]);
      },
      onFree: () => changed.current(),
    });
    const binding = createBoardBinding<OrderedExcalidrawElement>({
      board,
      scene: {
        elements: () => api.getSceneElementsIncludingDeleted(),
        underHand: () => idsUnderHand(api),
        show: (elements) => api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER }),
      },
      // Parsed by our schema, which has Excalidraw's fields without its brands.
      toScene: (element) => element as unknown as OrderedExcalidrawElement,
      isReady: (element) =>
        element.isDeleted ||
        (!isInvisiblySmallElement(element) && !(element.type === 'image' && element.fileId === null)),
      onRefused: (reason) => toast.error(refusals[reason], { id: `board-${reason}` }),
    });
    /** Whoever opens a board that has something on it looks at that; later nobody's view is moved. */
    let isFirst = true;
    const sync = () => {
      timer = undefined;
      // Excalidraw begins with an empty scene, instead of all that was shown until then, and says when it has.
      if (api.getAppState().isLoading) return;
      binding.sync(may.current);
      if (isFirst) lookAtAll(api);
      isFirst = false;
      const files = api.getFiles();
      for (const id of board.ids()) {
        const element = board.get(id);
        if (!element || element.isDeleted || element.type !== 'image') continue;
        if (!files[element.fileId]) images.want(element.fileId);
      }
      if (binding.isBehind()) changed.current();
    };
    changed.current = () => {
      timer ??= setTimeout(sync, syncEveryMs);
    };
    const unsubscribe = board.subscribe((_ids, own) => own || changed.current());
    sync();
    return () => {
      clearTimeout(timer);
      binding.sync(may.current);
      changed.current = () => {};
      unsubscribe();
      binding.close();
      board.close();
      images.close();
    };
  }, [api, doc, meetingId, apiToken]);

  return useRef(() => changed.current()).current;
}

/** Moves the view where something lies outside it. */
function lookAtAll(api: ExcalidrawImperativeAPI): void {
  const elements = api.getSceneElements();
  if (elements.length === 0) return;
  const { scrollX, scrollY, width, height } = api.getAppState();
  const [left, top, right, bottom] = getCommonBounds(elements);
  const isInView =
    left + scrollX >= 0 && top + scrollY >= 0 && right + scrollX <= width && bottom + scrollY <= height;
  if (!isInView) api.scrollToContent(elements, { fitToContent: true, animate: false });
}

function idsUnderHand(api: ExcalidrawImperativeAPI): Set<string> {
  const { editingTextElement, newElement, resizingElement, multiElement } = api.getAppState();
  const elements = [editingTextElement, newElement, resizingElement, multiElement];
  return new Set(elements.flatMap((element) => element?.id ?? []));
}
