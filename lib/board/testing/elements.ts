import type { DrawnElement } from '../element.ts';

type Rectangle = Extract<DrawnElement, { type: 'rectangle' }>;
type Text = Extract<DrawnElement, { type: 'text' }>;

/** A rectangle as Excalidraw makes it. */
export function rectangle(change: Partial<Rectangle> = {}): Rectangle {
  return { type: 'rectangle', ...common, ...change };
}

export function textElement(text: string, change: Partial<Text> = {}): Text {
  return {
    type: 'text',
    ...common,
    text,
    originalText: text,
    fontSize: 20,
    fontFamily: 5,
    textAlign: 'left',
    verticalAlign: 'top',
    containerId: null,
    autoResize: true,
    lineHeight: 1.25,
    ...change,
  };
}

const common: Omit<Rectangle, 'type'> = {
  id: 'element-1',
  x: 10,
  y: 20,
  width: 100,
  height: 50,
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roundness: { type: 3 },
  roughness: 1,
  opacity: 100,
  seed: 1,
  version: 1,
  versionNonce: 1,
  index: 'a0',
  isDeleted: false,
  groupIds: [],
  frameId: null,
  boundElements: null,
  updated: 1,
  link: null,
  locked: false,
};
