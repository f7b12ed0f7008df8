import { termsOf } from '../answers/terms.ts';
import type { Arrangement, Findings } from './findings.ts';
import { arrangeOneToOne, arrangeRetrospective } from './templates/by-mood.ts';
import { arrangeByTopic } from './templates/by-topic.ts';
import { arrangeInterview } from './templates/interview.ts';
import { arrangeOwn, wishesOf } from './templates/own.ts';
import { arrangeStandUp } from './templates/stand-up.ts';
import type { Vectors } from './vectors.ts';

/** Sentences of a long meeting that are compared with a wish by meaning. */
const comparedSentences = 60;

/** The topics of a summary as its template wants them; by topic where the template finds nothing of its own. */
export async function arrange(found: Findings, vectors: Vectors): Promise<Arrangement> {
  const arranged = await arrangeByTemplate(found, vectors);
  return arranged && arranged.sections.length > 0 ? arranged : arrangeByTopic(found);
}

async function arrangeByTemplate(found: Findings, vectors: Vectors): Promise<Arrangement | null> {
  const { template, instructions } = found.brief;
  switch (template) {
    case 'general':
      return arrangeByTopic(found);
    case 'standUp':
      return arrangeStandUp(found);
    case 'interview':
      return arrangeInterview(found);
    case 'oneToOne':
      return arrangeOneToOne(found);
    case 'retrospective':
      return arrangeRetrospective(found);
    case 'own': {
      const wishes = wishesOf(instructions);
      const wanted = new Set(termsOf(instructions));
      const shares = (terms: readonly string[]) => terms.some((term) => wanted.has(term));
      const all = found.sentences.filter(({ terms, asks }) => terms.length > 1 && !asks);
      const compared = [
        ...all.filter(({ terms }) => shares(terms)),
        ...all.filter(({ terms }) => !shares(terms)),
      ];
      await vectors.read([...wishes, ...compared.slice(0, comparedSentences).map(({ said }) => said)]);
      return arrangeOwn(found, wishes, (wish, { said, terms }) => {
        const asked = termsOf(wish);
        const covered = asked.filter((term) => terms.includes(term)).length / asked.length;
        return Math.max(covered * 0.9, vectors.likeness(wish, said));
      });
    }
  }
}
