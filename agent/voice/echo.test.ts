import { describe, expect, test } from 'vitest';
import { createEchoMemory } from './echo.ts';

const said = 'The launch is on Thursday, the twelfth of March. Ben decided that in the morning.';

function afterSaying(text = said) {
  const memory = createEchoMemory();
  memory.speak('one', text, 10_000);
  memory.finish('one', 15_000);
  return (heard: string, startMs = 11_000, endMs = 14_000) => memory.isEcho({ text: heard, startMs, endMs });
}

describe(createEchoMemory, () => {
  test('knows its own words again, whole or in part', () => {
    const isEcho = afterSaying();
    expect(isEcho(said)).toBe(true);
    expect(isEcho('launch is on Thursday the twelfth')).toBe(true);
    expect(isEcho('on Thursday')).toBe(true);
  });

  test('knows them also when speech-to-text misheard some', () => {
    expect(afterSaying()('the lunch is on Thursday the twelve of March')).toBe(true);
  });

  test('lets what a person says through', () => {
    const isEcho = afterSaying();
    expect(isEcho('Wait, stop.')).toBe(false);
    expect(isEcho('no')).toBe(false);
    expect(isEcho('Nova, who is going to write the report?')).toBe(false);
  });

  test('lets a person through who speaks into the echo', () => {
    const isEcho = afterSaying();
    expect(isEcho('the launch is on Thursday no wait I meant the other one')).toBe(false);
    expect(isEcho('hold on a moment is on Thursday the twelfth of March')).toBe(false);
  });

  test('takes the same words at another time for a person’s own', () => {
    const isEcho = afterSaying();
    expect(isEcho('the launch is on Thursday', 17_500, 19_000)).toBe(false);
    expect(isEcho('the launch is on Thursday', 5_000, 9_000)).toBe(false);
  });

  test('allows for an echo that is late', () => {
    expect(afterSaying()('that in the morning', 15_500, 17_000)).toBe(true);
  });

  test('finds one short word only where it was said', () => {
    const isEcho = afterSaying('The plan has three parts.');
    expect(isEcho('parts')).toBe(true);
    expect(isEcho('part')).toBe(false);
    expect(isEcho('plan parts')).toBe(false);
  });

  test('compares with what is being spoken, and with what was spoken just before', () => {
    const memory = createEchoMemory();
    memory.speak('one', 'Yes, Ana.', 1_000);
    memory.finish('one', 2_000);
    memory.speak('two', 'The launch is on Thursday.', 2_500);
    memory.speak('two', 'The launch is on Thursday. Ben decided that.', 2_500);
    const isEcho = (text: string) => memory.isEcho({ text, startMs: 3_000, endMs: 60_000 });
    expect(isEcho('Ana the launch is on Thursday')).toBe(true);
    expect(isEcho('Thursday Ben decided that')).toBe(true);
  });

  test('has heard no echo before it said anything, nor in silence', () => {
    const memory = createEchoMemory();
    expect(memory.isEcho({ text: 'Hello there', startMs: 0, endMs: 1_000 })).toBe(false);
    memory.speak('one', 'Hello', 0);
    expect(memory.isEcho({ text: ' ... ', startMs: 0, endMs: 1_000 })).toBe(false);
  });
});
