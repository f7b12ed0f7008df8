/** How much a whiteboard takes. */
export const boardLimits = {
  /** Elements that are to be seen: with more a laptop does not draw a picture in time. */
  elements: 20_000,
  /** Elements that were ever there: what is left of a deleted one is about 100 bytes. */
  everDrawn: 100_000,
  /** Characters of one text. */
  text: 10_000,
  /** Points of one line: two minutes of drawing without lifting the pen. */
  points: 10_000,
  /** Pixels from the middle in each direction, and of anything's size. */
  extent: 10_000_000,
} as const;

export const boardIsFull = `This whiteboard is full: it has ${boardLimits.elements.toLocaleString('en')} elements. Delete some to draw more.`;
