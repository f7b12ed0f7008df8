import { describe, expect, it } from 'vitest';
import { formatMeetingData } from '../../../lib/assistant-brief.ts';
import { messagesSchema, readMessages } from './messages.ts';
import { briefWith, transcript } from './testing/transcript.ts';

const lines = transcript('Ana: We launch in May.');
const system = { role: 'system', content: `You are Nova.\n\n${formatMeetingData(briefWith(), lines)}` };
const read = (...messages: unknown[]) => readMessages(messagesSchema.parse(messages), ['tellTime']);

describe(readMessages, () => {
  it('reads the facts, the transcript, the request and what was asked before', () => {
    const asked = read(
      system,
      { role: 'user', content: 'Schedule a call.' },
      { role: 'assistant', content: 'When?' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Tomorrow' },
          { type: 'text', text: 'at ten.' },
        ],
      },
    );
    expect(asked).toEqual({
      brief: briefWith(),
      lines,
      request: 'Tomorrow\nat ten.',
      exchanges: [{ question: 'Schedule a call.', answer: 'When?' }],
      tools: ['tellTime'],
      results: [],
    });
  });

  it('reads the results of calls that followed the request, not those before', () => {
    const call = (id: string, name: string) => ({
      role: 'assistant',
      content: null,
      tool_calls: [{ id, type: 'function', function: { name, arguments: '{}' } }],
    });
    const asked = read(
      system,
      { role: 'user', content: 'Who is here?' },
      call('a', 'whoIsHere'),
      { role: 'tool', tool_call_id: 'a', content: 'old' },
      { role: 'user', content: 'What time is it?' },
      call('b', 'tellTime'),
      { role: 'tool', tool_call_id: 'b', content: 'new' },
    );
    expect(asked?.results).toEqual([{ tool: 'tellTime', content: 'new' }]);
  });

  it('takes facts from system messages only', () => {
    expect(read({ ...system, role: 'user' })).toBeNull();
    expect(
      read({ role: 'system', content: 'You are helpful.' }, { role: 'user', content: 'Hello' }),
    ).toBeNull();
    expect(read({ ...system, role: 'developer' }, { role: 'user', content: 'Hello' })?.request).toBe('Hello');
  });
});
