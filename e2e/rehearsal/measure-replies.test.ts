import { describe, expect, it } from 'vitest';
import { measureReplies } from './measure-replies.ts';
import { askedEvidence, ben, reply, zero } from './testing/asked-evidence.ts';

describe(measureReplies, () => {
  it('names the request and the cited utterances, and measures until the first sound', () => {
    expect(measureReplies(askedEvidence({ replies: [reply()] }))).toEqual([
      {
        utterance: 9,
        askedBy: 'ana',
        text: 'The launch is in June.',
        citations: [{ lineId: '1.1', utterance: 4 }],
        firstAudioMs: 1_050,
      },
    ]);
  });

  it('does not take the sound of an earlier answer for that of one that waited for it', () => {
    const later = reply({ cause: { epoch: 1, seq: 4 }, text: 'I have asked for it.', citations: [] });
    const [figures] = measureReplies(askedEvidence({ replies: [later] }));
    expect(figures).toMatchObject({ utterance: 11, firstAudioMs: 1_100 });
  });

  it('takes the last thing that the asker said where no line is known', () => {
    const [figures] = measureReplies(askedEvidence({ replies: [reply({ cause: null })] }));
    expect(figures?.utterance).toBe(9);
    const bens = reply({ cause: null, asker: { id: ben, name: 'Ben' } });
    expect(measureReplies(askedEvidence({ replies: [bens] }))[0]?.utterance).toBe(4);
  });

  it('heard nothing of an answer that was only written', () => {
    const [figures] = measureReplies(askedEvidence({ replies: [reply({ spoken: false })] }));
    expect(figures?.firstAudioMs).toBeNull();
  });

  it('leaves out greetings, results and what the audience did not ask', () => {
    const others = [
      reply({ kind: 'greeting', asker: null, cause: null }),
      reply({ kind: 'result' }),
      reply({ asker: { id: `par_${'C'.repeat(26)}`, name: 'Observer' } }),
      reply({ cause: null, atMs: zero + 100 }),
    ];
    expect(measureReplies(askedEvidence({ replies: others }))).toEqual([]);
    expect(measureReplies(askedEvidence())).toEqual([]);
  });
});
