import { describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { createAppearance, type ShownParticipant } from './appearance.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function appearanceOf(over: Partial<ShownParticipant> = {}) {
  const calls: string[] = [];
  const record = async (call: string) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    calls.push(call);
  };
  const participant: ShownParticipant = {
    updateName: (name) => record(name),
    setAttributes: (attributes) => record(Object.values(attributes).join()),
    ...over,
  };
  return { calls, show: createAppearance(() => participant, createLogger('test', 'silent')) };
}

describe(createAppearance, () => {
  it('shows name and state, and later only what has changed', async () => {
    const { calls, show } = appearanceOf();
    show({ name: 'Nova', state: 'listening' });
    await settled();
    show({ name: 'Iris', state: 'listening' });
    await settled();
    show({ name: 'Iris', state: 'paused' });
    await settled();
    expect(calls).toEqual(['listening', 'Nova', 'Iris', 'paused']);
  });

  it('skips looks that were overtaken and ends with the newest', async () => {
    const { calls, show } = appearanceOf();
    for (const name of ['A', 'B', 'C', 'D']) show({ name, state: 'listening' });
    await settled();
    expect(calls).toEqual(['listening', 'A', 'D']);
  });

  it('shows the next look after one that failed', async () => {
    let failures = 1;
    const names: string[] = [];
    const { show } = appearanceOf({
      updateName: async (name) => {
        if (failures-- > 0) throw new Error('the connection is lost');
        names.push(name);
      },
    });
    show({ name: 'Nova', state: 'listening' });
    await settled();
    show({ name: 'Nova', state: 'paused' });
    await settled();
    expect(names).toEqual(['Nova']);
  });
});
