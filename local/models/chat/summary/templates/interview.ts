import { shortened } from '../../answers/quote.ts';
import { capitalised } from '../../requests/as-sentence.ts';
import { isChatter } from '../chatter.ts';
import type { Arrangement, Findings, Section } from '../findings.ts';
import { openers } from '../read-promise.ts';
import type { Sentence } from '../sentences.ts';

/** Sentences of an answer that are shown. */
const shown = 2;
/** Shorter answers only keep the talk going. */
const fewestTerms = 3;

/** Questions of whoever asks most, with their answers. */
export function arrangeInterview({ speakers, sentences }: Findings): Arrangement {
  const asked = (name: string) => sentences.filter(({ speaker, asks }) => speaker === name && asks).length;
  const [interviewer] = [...speakers].sort((a, b) => asked(b) - asked(a));
  const others = speakers.filter((name) => name !== interviewer);
  const sections = sentences.flatMap((question): Section[] => {
    if (question.speaker !== interviewer || !question.asks || isChatter(question.text)) return [];
    const answer = answerTo(question, sentences);
    const terms = answer.reduce((sum, sentence) => sum + sentence.terms.length, 0);
    if (terms < fewestTerms) return [];
    return [{ title: titleOf(question), parts: [{ label: null, sentences: answer, count: shown }] }];
  });
  return {
    opening: interviewer && others.length > 0 ? `${interviewer} asked, ${others.join(', ')} answered.` : '',
    sections,
  };
}

/** What others say until the next question of the one who asks. */
function answerTo(question: Sentence, sentences: readonly Sentence[]): Sentence[] {
  const answer: Sentence[] = [];
  for (const sentence of sentences.slice(question.at + 1)) {
    if (sentence.speaker !== question.speaker) answer.push(sentence);
    else if (sentence.asks) break;
  }
  return answer;
}

const titleOf = ({ said }: Sentence) =>
  `${capitalised(shortened(said.replace(openers, '') || said)).replace(/[\s.?!]+$/, '')}?`;
