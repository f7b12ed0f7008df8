import { listNames } from '../../people/read-people.ts';
import { isChatter } from '../chatter.ts';
import type { Arrangement, Findings, SectionPart } from '../findings.ts';
import type { Sentence } from '../sentences.ts';

const blocked =
  /\b(?:block(?:ed|s|er|ers|ing)|stuck|wait(?:ing)? (?:for|on)|held up|hold(?:s|ing) (?:me|us) up|depend(?:s|ing)? on|(?:can't|cannot|can not|couldn't|unable to) .*\b(?:until|because|without|start|continue|finish|test|reach|access)|(?:still )?need (?:access|help|input|approval|an answer|a review|the .+ from)|no access|(?:is|was|are) (?:still )?(?:down|broken|missing|failing)|problem|issue with|struggl\w+)\b/i;
const next =
  /\b(?:today|tomorrow|next|now|this (?:week|morning|afternoon)|later)\b.*\b(?:i|we)\b|\b(?:i|we)(?:'ll| will| am going to|'m going to|'re going to| are going to| plan to| want to| intend to|'m planning to| am planning to)\b|\b(?:i'm|i am|we're|we are) (?:\p{L}+ )?(?:working on|continuing|starting|starting with|going on)\b/iu;
const done =
  /\b(?:yesterday|last (?:week|night|friday|monday)|this morning)\b|\b(?:i|we)(?:'ve| have| had)? (?:\p{L}+ )?(?:finished|completed|fixed|did|done|closed|merged|shipped|deployed|released|wrote|written|built|made|sent|tested|reviewed|worked|started|updated|solved|resolved|cleaned|met|talked|spoke|called|got|moved|added|removed|found|set up|\p{L}{3,}ed)\b|\bis (?:done|finished|ready|merged|live)\b/iu;

const kinds: { label: string; pattern: RegExp }[] = [
  { label: 'Blocked', pattern: blocked },
  { label: 'Next', pattern: next },
  { label: 'Done', pattern: done },
];
const order = ['Done', 'Next', 'Blocked'];
/** Sentences of a kind and person. */
const shown = 2;

/** What everyone did, does next and is held up by. */
export function arrangeStandUp({ speakers, sentences }: Findings): Arrangement {
  const sections = speakers.flatMap((name) => {
    const own = sentences.filter(({ speaker, text, asks }) => speaker === name && !asks && !isChatter(text));
    const parts = order.flatMap((label): SectionPart[] => {
      const fitting = own.filter((sentence) => kindOf(sentence) === label);
      return fitting.length > 0 ? [{ label, sentences: fitting, count: shown }] : [];
    });
    return parts.length > 0 ? [{ title: name, parts }] : [];
  });
  const stuck = sections.filter(({ parts }) => parts.some(({ label }) => label === 'Blocked'));
  const names = listNames(
    sections.map(({ title }) => title),
    'and',
  );
  const held = listNames(
    stuck.map(({ title }) => title),
    'and',
  );
  return {
    opening:
      `${names === '' ? '' : `${names} reported.`} ${held === '' ? 'Nobody is blocked.' : `Blocked: ${held}.`}`.trim(),
    sections,
  };
}

const kindOf = ({ said }: Sentence) => kinds.find(({ pattern }) => pattern.test(said))?.label;
