import { describe, expect, it } from 'vitest';
import { createTurnTaking, type Situation } from './turn-taking.ts';

const situation: Situation = { name: 'Nova', mode: 'addressed', people: ['Ana Ruiz', 'Ben Carter'] };

function setUp(over: Partial<Situation> = {}) {
  const turns = createTurnTaking();
  let seq = 0;
  return {
    ...turns,
    /** Says something that takes a second; speech-to-text is ready when it ends. */
    say(speaker: string, text: string, startMs: number) {
      seq += 1;
      const line = { ref: { epoch: 1, seq }, speaker, text, startMs, endMs: startMs + 1_000 };
      return turns.hear(line, { ...situation, ...over });
    },
  };
}

describe(createTurnTaking, () => {
  it('gives a request with the line that it stands in', () => {
    const { say } = setUp();
    say('ana', 'Good morning.', 0);
    expect(say('ana', 'Nova, what did we decide?', 2_000)).toEqual({
      kind: 'request',
      speaker: 'ana',
      request: 'what did we decide?',
      cause: { epoch: 1, seq: 2 },
    });
  });

  it('takes the request from the line after the name', () => {
    const { say, due } = setUp();
    expect(say('ana', 'Nova.', 0)).toBeNull();
    expect(say('ben', 'I am not sure about that.', 1_200)).toBeNull();
    expect(say('ana', 'What did we decide about the launch?', 2_000)).toMatchObject({
      kind: 'request',
      request: 'What did we decide about the launch?',
      cause: { seq: 1 },
    });
    expect(due(60_000)).toEqual([]);
  });

  it('answers a call after which nothing comes, once', () => {
    const { say, due } = setUp();
    say('ana', 'Nova?', 0);
    expect(due(5_000)).toEqual([]);
    expect(due(7_500)).toEqual([{ kind: 'call', speaker: 'ana', cause: { epoch: 1, seq: 1 } }]);
    expect(due(8_000)).toEqual([]);
  });

  it('drops a call when the next words are for somebody else', () => {
    const { say, due } = setUp();
    say('ana', 'Nova.', 0);
    expect(say('ana', 'Ben, what do you think?', 1_500)).toBeNull();
    expect(due(60_000)).toEqual([]);
  });

  it('waits for the rest of a request that breaks off', () => {
    const { say } = setUp();
    expect(say('ana', 'Nova, schedule a meeting with', 0)).toBeNull();
    expect(say('ana', 'Ben next Tuesday at ten.', 2_500)).toMatchObject({
      kind: 'request',
      request: 'schedule a meeting with Ben next Tuesday at ten.',
      cause: { seq: 1 },
    });
  });

  it('waits longer while the person is still speaking', () => {
    const { say, speaking, due } = setUp();
    say('ana', 'Nova, can you', 0);
    speaking('ana', 3_400);
    expect(due(5_600)).toEqual([]);
    expect(say('ana', 'tell us the date?', 5_500)).toMatchObject({ request: 'can you tell us the date?' });
  });

  it('takes a broken-off request as it is when nothing more comes', () => {
    const { say, due } = setUp();
    say('ana', 'Nova, remind me to', 0);
    expect(due(9_000)).toMatchObject([{ kind: 'request', request: 'remind me to' }]);
  });

  it('adds a piece that follows a finished request at once', () => {
    const { say } = setUp();
    say('ana', 'Nova, schedule a follow up meeting with Ben.', 0);
    expect(say('ana', 'Next Tuesday at ten.', 1_800)).toEqual({
      kind: 'amendment',
      speaker: 'ana',
      request: 'schedule a follow up meeting with Ben. Next Tuesday at ten.',
      cause: { epoch: 1, seq: 1 },
    });
    expect(say('ana', 'And on Friday we can talk about the budget again.', 9_000)).toBeNull();
  });

  describe('follow-ups', () => {
    it('need no name within 20 s of the answer', () => {
      const { say, answered } = setUp();
      answered('ana', false, 10_000);
      expect(say('ana', 'And who owns the refund bug?', 12_000)).toMatchObject({ kind: 'request' });
      expect(say('ana', 'What about marketing?', 31_000)).toBeNull();
    });

    it('are questions and requests, not everything that the person says', () => {
      const { say, answered } = setUp();
      answered('ana', false, 10_000);
      expect(say('ana', 'That is all for today. Have a great week, everyone.', 12_000)).toBeNull();
      expect(say('ana', 'I think that is right.', 14_000)).toBeNull();
      expect(say('ana', 'Please remind Ben of it.', 16_000)).toMatchObject({ kind: 'request' });
    });

    it('may be anything when the answer was a question', () => {
      const { say, answered } = setUp();
      answered('ana', true, 10_000);
      expect(say('ana', 'Ben Carter.', 12_000)).toMatchObject({ kind: 'request', request: 'Ben Carter.' });
    });

    it('are not what somebody else asks, or what is asked of somebody else', () => {
      const { say, answered } = setUp();
      answered('ana', false, 10_000);
      expect(say('ana', 'Ben, do you agree?', 11_000)).toBeNull();
      expect(say('ana', 'Do you agree, Ben?', 12_000)).toBeNull();
      expect(say('ben', 'Can you repeat that?', 13_000)).toBeNull();
    });

    it('end when somebody else takes the floor, not when they only nod', () => {
      const nodding = setUp();
      nodding.answered('ana', false, 10_000);
      nodding.say('ben', 'Mm-hm, yes.', 11_000);
      expect(nodding.say('ana', 'When was that?', 13_000)).toMatchObject({ kind: 'request' });
      const taken = setUp();
      taken.answered('ana', false, 10_000);
      taken.say('ben', 'I am worried that support is overloaded.', 11_000);
      expect(taken.say('ana', 'When was that?', 13_000)).toBeNull();
    });

    it('end with thanks', () => {
      const { say, answered } = setUp();
      answered('ana', false, 10_000);
      expect(say('ana', 'Thank you.', 11_000)).toBeNull();
      expect(say('ana', 'How are the sales?', 13_000)).toBeNull();
    });
  });

  it('stops when it is told to, by name or right after its answer', () => {
    const { say, answered } = setUp();
    expect(say('ben', 'Nova, stop.', 0)).toEqual({ kind: 'stop', speaker: 'ben' });
    answered('ana', false, 10_000);
    expect(say('ana', 'Stop.', 11_000)).toEqual({ kind: 'stop', speaker: 'ana' });
    expect(say('ben', 'Stop.', 12_000)).toBeNull();
  });

  describe('in conversational mode', () => {
    it('answers everything that the one person in the room says', () => {
      const { say } = setUp({ mode: 'conversational', people: ['Ana Ruiz'] });
      expect(say('ana', 'I wonder how the launch will go.', 0)).toMatchObject({ kind: 'request' });
      expect(say('ana', 'Thanks.', 20_000)).toBeNull();
      expect(say('ana', 'Stop.', 30_000)).toMatchObject({ kind: 'stop' });
    });

    it('needs its name among several people', () => {
      const { say } = setUp({ mode: 'conversational' });
      expect(say('ana', 'I wonder how the launch will go.', 0)).toBeNull();
      expect(say('ana', 'Nova, how will it go?', 5_000)).toMatchObject({ kind: 'request' });
    });
  });

  it('needs its name in the other modes, alone or not', () => {
    for (const mode of ['addressed', 'silent'] as const) {
      const { say } = setUp({ mode, people: ['Ana Ruiz'] });
      expect(say('ana', 'How will the launch go?', 0)).toBeNull();
      expect(say('ana', 'Nova, how will it go?', 5_000)).toMatchObject({ kind: 'request' });
    }
  });

  describe('push-to-ask', () => {
    it('takes all that is said while the button is down', () => {
      const { say, push } = setUp();
      push('ana', true, 0);
      expect(say('ana', 'I am thinking of the launch.', 500)).toBeNull();
      expect(say('ben', 'Which one is it?', 600)).toBeNull();
      push('ana', false, 4_000);
      expect(say('ana', 'Ben, is it in March?', 3_000)).toMatchObject({
        kind: 'request',
        request: 'I am thinking of the launch. Ben, is it in March?',
        cause: { seq: 1 },
      });
      expect(say('ana', 'So it is.', 6_000)).toBeNull();
    });

    it('takes the next words when the button was only tapped', () => {
      const { say, push } = setUp();
      push('ana', true, 0);
      push('ana', false, 100);
      expect(say('ana', 'The launch date.', 2_000)).toMatchObject({ request: 'The launch date.' });
    });

    it('gives what it has when the last line does not come, and forgets a push without words', () => {
      const { say, push, due } = setUp();
      push('ana', true, 0);
      push('ben', true, 0);
      say('ana', 'When is the launch?', 500);
      push('ana', false, 2_000);
      push('ben', false, 2_000);
      expect(due(3_000)).toEqual([]);
      expect(due(8_000)).toMatchObject([{ kind: 'request', speaker: 'ana', request: 'When is the launch?' }]);
      expect(say('ben', 'And another thing.', 9_000)).toBeNull();
    });

    it('ends by itself when its release was lost, with what was said', () => {
      const { say, push, due } = setUp();
      push('ana', true, 0);
      expect(say('ana', 'When is the launch?', 500)).toBeNull();
      expect(due(34_000)).toEqual([]);
      expect(due(36_000)).toMatchObject([{ request: 'When is the launch?' }]);
      expect(say('ana', 'Nova, who writes the report?', 60_000)).toMatchObject({ kind: 'request' });
    });

    it('ends with the person who held the button', () => {
      const { say, push, left, due } = setUp();
      push('ana', true, 0);
      say('ana', 'When is the launch?', 500);
      left('ana');
      expect(due(60_000)).toEqual([]);
      expect(say('ana', 'Nova, who writes the report?', 3_000)).toMatchObject({ kind: 'request' });
    });

    it('leaves the name out of what was asked', () => {
      const { say, push } = setUp();
      push('ana', true, 0);
      push('ana', false, 100);
      expect(say('ana', 'Nova, when is the launch?', 300)).toMatchObject({ request: 'when is the launch?' });
    });
  });

  it('forgets what was half said before a pause', () => {
    const { say, clear, due, answered, push } = setUp();
    say('ana', 'Nova.', 0);
    push('ben', true, 0);
    answered('ana', true, 500);
    clear();
    expect(say('ana', 'What about the launch?', 2_000)).toBeNull();
    expect(say('ben', 'What about the launch?', 2_000)).toBeNull();
    expect(due(60_000)).toEqual([]);
  });
});
