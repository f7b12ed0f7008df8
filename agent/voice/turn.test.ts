import { describe, expect, test } from 'vitest';
import { createTurn } from './turn.ts';

function start() {
  const pieces: string[] = [];
  return { turn: createTurn({ id: 'one', aloud: true, onText: (piece) => pieces.push(piece) }), pieces };
}

describe(createTurn, () => {
  test('finishes with all that was written and what was heard', () => {
    const { turn, pieces } = start();
    turn.note({ type: 'text', piece: 'It is on ' });
    turn.note({ type: 'text', piece: 'Thursday [1.2].' });
    turn.note({ type: 'usage', usage: { promptTokens: 10, completionTokens: 4 } });
    turn.note({ type: 'usage', usage: { promptTokens: 20, completionTokens: 5 } });
    expect(turn.outcome('It is on Thursday.')).toEqual({
      ending: 'finished',
      failure: null,
      text: 'It is on Thursday [1.2].',
      spokenText: 'It is on Thursday.',
      speechFailed: false,
      usage: { promptTokens: 30, completionTokens: 9 },
    });
    expect(pieces).toEqual(['It is on ', 'Thursday [1.2].']);
  });

  test('takes nothing for nonsense, unless a tool was called', () => {
    expect(start().turn.outcome('')).toMatchObject({ ending: 'failed', failure: 'nonsense' });
    const { turn } = start();
    turn.note({ type: 'text', piece: ' \n' });
    turn.note({ type: 'tool-call', name: 'tellTime', known: true });
    expect(turn.outcome('')).toMatchObject({ ending: 'finished', failure: null, text: '' });
  });

  test('is interrupted, not failed, when it was stopped before the first word', () => {
    const { turn } = start();
    turn.stop();
    turn.note({ type: 'model-failed' });
    expect(turn.outcome('')).toMatchObject({ ending: 'interrupted', failure: null });
  });

  test('hears nothing of what comes after it was stopped', () => {
    const { turn, pieces } = start();
    turn.note({ type: 'text', piece: 'It is ' });
    turn.stop();
    turn.note({ type: 'text', piece: 'on Thursday.' });
    turn.note({ type: 'speech-failed' });
    expect(turn.outcome('It')).toMatchObject({ ending: 'interrupted', text: 'It is', speechFailed: false });
    expect(pieces).toEqual(['It is ']);
  });

  test('says why a model gave no answer, and keeps the first reason', () => {
    const { turn } = start();
    turn.note({ type: 'text', piece: 'It is' });
    turn.note({ type: 'model-silent' });
    turn.note({ type: 'model-failed' });
    expect(turn.outcome('It is')).toMatchObject({ ending: 'failed', failure: 'silence', text: 'It is' });
  });
});
