import { describe, expect, test } from 'vitest';
import type { OpenRooms } from '../../../../lib/breakout-messages.ts';
import { createId } from '../../../../lib/ids.ts';
import { findMove } from './find-move.ts';

const mainId = createId('mtg');
const red = { id: createId('mtg'), name: 'Red', people: [] };
const blue = { id: createId('mtg'), name: 'Blue', people: [] };
const open = (change: Partial<OpenRooms> = {}): OpenRooms => ({
  choice: 'assigned',
  closesInMs: null,
  offRecord: false,
  rooms: [red, blue],
  mine: null,
  others: [],
  ...change,
});
const inMain = { open: open(), mainId, hereId: mainId, settledFor: null, moderates: false };

describe(findMove, () => {
  test('leads nowhere while no rooms are open, or without a place', () => {
    expect(findMove({ ...inMain, open: null })).toEqual({ kind: 'none' });
    expect(findMove(inMain)).toEqual({ kind: 'none' });
  });

  test('asks whoever has a new place to go there, from the main room and from another room', () => {
    const toRed = { kind: 'room', room: red, isAsked: true };
    expect(findMove({ ...inMain, open: open({ mine: red.id }) })).toEqual(toRed);
    const inBlue = { ...inMain, hereId: blue.id, settledFor: blue.id };
    expect(findMove({ ...inBlue, open: open({ mine: red.id }) })).toEqual(toRed);
  });

  test('only offers the room that the person has come back from, or put aside', () => {
    const back = { ...inMain, open: open({ mine: red.id }), settledFor: red.id };
    expect(findMove(back)).toEqual({ kind: 'room', room: red, isAsked: false });
  });

  test('leaves people alone who are where they belong', () => {
    expect(findMove({ ...inMain, hereId: red.id, open: open({ mine: red.id }) })).toEqual({ kind: 'none' });
  });

  test('asks whoever lost their place back into the main room, once', () => {
    const inRed = { ...inMain, hereId: red.id, settledFor: red.id };
    expect(findMove(inRed)).toEqual({ kind: 'main', isAsked: true });
    expect(findMove({ ...inRed, settledFor: mainId })).toEqual({ kind: 'main', isAsked: false });
  });

  test('lets hosts, and where everyone chooses all, be in any room', () => {
    const inRed = { ...inMain, hereId: red.id };
    expect(findMove({ ...inRed, moderates: true })).toEqual({ kind: 'none' });
    expect(findMove({ ...inRed, open: open({ choice: 'own' }) })).toEqual({ kind: 'none' });
  });
});
