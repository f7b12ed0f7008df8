import { expect, it } from 'vitest';
import { listPictures } from './list-pictures.ts';

it('has a row for each state, with a link to each picture that there is', () => {
  const files = ['README.md', 'room-desktop-light.png', 'room-phone-dark.png', 'home-desktop-light.png'];
  expect(listPictures(files).split('\n').slice(6)).toEqual([
    '| home | [light](home-desktop-light.png) |  |  |  |',
    '| room | [light](room-desktop-light.png) |  |  | [dark](room-phone-dark.png) |',
    '',
  ]);
});
