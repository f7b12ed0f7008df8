/** Retrospectives and talks between two: sentences by what they say about how things are. */
import { listNames } from '../../people/read-people.ts';
import { isChatter } from '../chatter.ts';
import type { Arrangement, Findings, Section } from '../findings.ts';
import type { Sentence } from '../sentences.ts';

const well =
  /\b(?:(?:went|goes|going|worked|works|working|turned out|ran|runs) (?:\p{L}+ )?(?:well|fine|smoothly|great|nicely|better|perfectly)|good|great|happy|glad|proud|excellent|improved|improvement|helped|helpful|success\p{L}*|liked?|love[ds]?|enjoy\p{L}*|thankful|grateful|nice|faster|easier|impress\p{L}*|satisfied|fun)\b/iu;
const badly =
  /\b(?:(?:did not|didn't|does not|doesn't|was not|wasn't|were not|weren't|is not|isn't) (?:\p{L}+ ){0,2}(?:well|work|working|good|great|enough|happy|clear|ready|easy|help\p{L}*|improve|smooth\p{L}*)|badly|problem|problems|difficult|hard|worr\p{L}+|stress\p{L}*|overload\p{L}*|too (?:much|many|long|late|slow|often|little|few|early|big)|delay\p{L}*|missed|late|broke\p{L}*|fail\p{L}*|unclear|confus\p{L}+|frustrat\p{L}+|annoy\p{L}+|slow|pain\p{L}*|unhappy|disappoint\p{L}*|mistakes?|bugs?|outage|tired|struggl\p{L}+|noisy|chaos|chaotic|lost|waste\p{L}*|interrupt\p{L}*|bad|worse)\b/iu;
const change =
  /\b(?:should|could|let's|let us|next time|in (?:the )?future|from now on|going forward|try (?:to|out)|we(?:'ll| will)|i(?:'ll| will)|how about|propose|suggest|instead|stop (?:\p{L}+ing)|start (?:\p{L}+ing)|more often|would (?:be better|help|like)|need to|have to|must|want to|wish|goal|learn|improve|plan to)\b/iu;

interface Mood {
  title: string;
  pattern: RegExp;
}

/** The first that fits counts. */
const retrospective: Mood[] = [
  { title: 'To change', pattern: change },
  { title: 'Did not go well', pattern: badly },
  { title: 'Went well', pattern: well },
];
const oneToOne: Mood[] = [
  { title: 'Wishes and plans', pattern: change },
  { title: 'Worries', pattern: badly },
  { title: 'Going well', pattern: well },
];
/** Sentences of a mood. */
const shown = 4;

export const arrangeRetrospective = (found: Findings): Arrangement => {
  const sections = sectionsOf(found.sentences, retrospective);
  return { opening: `A look back by ${listNames(found.speakers, 'and')}.`, sections };
};

export const arrangeOneToOne = (found: Findings): Arrangement => {
  const sections = sectionsOf(found.sentences, oneToOne);
  return { opening: `A talk between ${listNames(found.speakers, 'and')}.`, sections };
};

function sectionsOf(sentences: readonly Sentence[], moods: readonly Mood[]): Section[] {
  const told = sentences.filter(({ asks, text, terms }) => !asks && terms.length > 1 && !isChatter(text));
  const moodOf = ({ said }: Sentence) => moods.find(({ pattern }) => pattern.test(said));
  return [...moods].reverse().flatMap((mood) => {
    const fitting = told.filter((sentence) => moodOf(sentence) === mood);
    return fitting.length > 0
      ? [{ title: mood.title, parts: [{ label: null, sentences: fitting, count: shown }] }]
      : [];
  });
}
