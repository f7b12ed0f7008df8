import { describe, expect, it } from 'vitest';
import { createId } from '../ids.ts';
import { packElement, parseElement } from './element.ts';
import { rectangle, textElement } from './testing/elements.ts';

const image = {
  ...rectangle(),
  type: 'image',
  fileId: createId('fil'),
  status: 'pending',
  scale: [1, 1],
  crop: null,
};
const arrow = {
  ...rectangle(),
  type: 'arrow',
  points: [
    [0, 0],
    [10, 10],
  ],
  lastCommittedPoint: null,
  startBinding: { elementId: 'box', focus: 0, gap: 1 },
  endBinding: null,
  startArrowhead: null,
  endArrowhead: 'arrow',
  elbowed: false,
};

describe(parseElement, () => {
  it('takes what Excalidraw draws, as it is', () => {
    for (const element of [rectangle(), textElement('Plan'), arrow]) {
      expect(parseElement(element)).toEqual(element);
    }
  });

  it('takes it also as it is stored, which is a third of it', () => {
    for (const element of [rectangle(), rectangle({ roundness: null }), textElement('Plan'), arrow]) {
      const parsed = parseElement(element);
      const packed = parsed && packElement(parsed);
      expect(parseElement(packed)).toEqual(parsed);
    }
    expect(JSON.stringify(packElement(rectangle())).length).toBeLessThan(180);
  });

  it('keeps of a deleted element only that it is gone', () => {
    const deleted = { ...textElement('secret'), isDeleted: true, version: 7 };
    expect(parseElement(deleted)).toEqual({ id: 'element-1', version: 7, versionNonce: 1, isDeleted: true });
  });

  it('leaves out what the schema does not name', () => {
    const element = parseElement({ ...rectangle(), customData: { html: '<b>' }, onclick: 'x' });
    expect(element).toEqual(rectangle());
  });

  it('lets links lead to the web only', () => {
    const linkOf = (link: unknown) => {
      const element = parseElement({ ...rectangle(), link });
      return element?.isDeleted === false ? element.link : undefined;
    };
    expect(linkOf('https://example.org/a?b=c')).toBe('https://example.org/a?b=c');
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '/relative', 'x', '', null])
      expect(linkOf(link)).toBeNull();
    expect(linkOf(`https://example.org/${'x'.repeat(3_000)}`)).toBeNull();
  });

  it('says of an image that it is there, whatever its writer saw', () => {
    expect(parseElement(image)).toMatchObject({ status: 'saved' });
    expect(parseElement({ ...image, status: '<svg>' })).toMatchObject({ status: 'saved' });
    expect(parseElement({ ...image, fileId: 'https://example.org/x.png' })).toBeNull();
    expect(parseElement({ ...image, fileId: null })).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['a text', 'rectangle'],
    ['a page of another site', { ...rectangle(), type: 'embeddable' }],
    ['a frame of HTML', { ...rectangle(), type: 'iframe' }],
    ['an id of every object', rectangle({ id: 'constructor' })],
    ['an id with white space', rectangle({ id: 'a b' })],
    ['no number', rectangle({ x: Number.NaN })],
    ['a place out of reach', rectangle({ y: 1e9 })],
    ['a colour that fetches', rectangle({ strokeColor: 'url(x)' })],
    ['a colour with an address', rectangle({ backgroundColor: 'https://example.org' })],
    ['no place in the order', rectangle({ index: 'zz' })],
    ['a version that is none', rectangle({ version: 0.5 })],
    ['a text of 1 MB', textElement('x'.repeat(1_000_000))],
    ['an arrow of one point', { ...arrow, points: [[0, 0]] }],
    ['a line without end', { ...arrow, points: Array.from({ length: 10_001 }, () => [0, 0]) }],
    ['a deleted thing without id', { isDeleted: true, version: 1, versionNonce: 1 }],
  ])('refuses %s', (_, value) => {
    expect(parseElement(value)).toBeNull();
  });
});
