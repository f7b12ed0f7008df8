/** One turn of the rules: what to say, or which tool to call, for what a person asked of the AI participant. */
import type { AssistantBrief, BriefLine } from '../../../lib/assistant-brief.ts';
import { assistantLimits } from '../../../lib/assistant-messages.ts';
import { answerQuestion } from './answers/answer-question.ts';
import { listDecisions } from './answers/list-decisions.ts';
import { listMentions } from './answers/list-mentions.ts';
import { listOpenQuestions } from './answers/list-open-questions.ts';
import { listTasks, wordHeardTask, wordTask } from './answers/list-tasks.ts';
import { quote } from './answers/quote.ts';
import { type ReadLine, readLines } from './answers/read-lines.ts';
import { catchUp, latestDecision, notesOf } from './answers/summarise.ts';
import { listedDecision } from './answers/word-decision.ts';
import { wordList } from './answers/word-list.ts';
import { listNames, readPeople } from './people/read-people.ts';
import { understandRequest, type Wanted } from './requests/understand-request.ts';
import { sayResults } from './say-results.ts';
import { type Asked, type Compare, type Surroundings, say, type Turn } from './turn.ts';

const abilities =
  'I am not a language model here: I follow rules. I answer questions about this meeting from what was said, and I can propose meetings, tasks, mails and decisions for you to approve.';
const notUnderstood =
  'I did not understand that, because no language model is configured. I can answer questions about what was said here, and propose meetings, tasks, mails and decisions.';

/** For requests that bring no meeting. */
export const withoutMeeting: Turn = say(notUnderstood);

export async function respond(asked: Asked, compare: Compare): Promise<Turn> {
  const { asker, byName } = asked.brief;
  const turn = await decide(asked, compare);
  return turn.kind === 'say' && byName && asker ? say(`${asker.split(' ')[0]}: ${turn.text}`) : turn;
}

async function decide(asked: Asked, compare: Compare): Promise<Turn> {
  const { brief, results } = asked;
  const lines = readLines(asked.lines, brief.persona);
  if (results.length > 0) return say(await sayResults(results, asked, compare));
  const wanted = wantedOf(asked, lines);
  const turn = await turnFor(wanted, asked, lines, compare);
  if (turn.kind === 'call' && !asked.tools.includes(turn.tool))
    return say('I cannot do that in this meeting.');
  return turn;
}

function wantedOf(asked: Asked, lines: readonly ReadLine[]): Wanted {
  const { brief, exchanges } = asked;
  const request = asked.request.slice(0, assistantLimits.question);
  switch (brief.request) {
    case 'catchUp':
    case 'mentions':
    case 'decisions':
    case 'openQuestions':
    case 'greeting':
      return { kind: brief.request };
    case 'myTasks':
      return { kind: 'tasks', of: null };
    case 'result':
      return { kind: 'turn', turn: say(request) };
    case 'question': {
      const heard = {
        latestDecision: () => latestDecision(lines),
        notes: () => notesOf({ lines, tasks: listTasks(asked), brief }),
      };
      const around = surroundingsOf(brief);
      const wanted = understandRequest(request, around, heard);
      if (wanted.kind !== 'question') return wanted;
      // "At ten" alone is the answer to what was asked back.
      const last = exchanges.at(-1);
      if (!last?.answer.trim().endsWith('?')) return wanted;
      const whole = understandRequest(`${last.question.replace(/[.?!\s]+$/, '')} ${request}`, around, heard);
      return whole.kind === 'turn' && whole.turn.kind === 'call' ? whole : wanted;
    }
  }
}

function surroundingsOf(brief: AssistantBrief): Surroundings {
  const { people, asker, now, timeZone, meetingTitle, persona } = brief;
  const names = people.filter(({ name }) => name !== persona).map(({ name }) => name);
  return { people: [...new Set(names)], asker, clock: { now, timeZone }, meetingTitle, persona };
}

async function turnFor(
  wanted: Wanted,
  asked: Asked,
  lines: readonly ReadLine[],
  compare: Compare,
): Promise<Turn> {
  const { brief } = asked;
  const { spoken, asker } = brief;
  switch (wanted.kind) {
    case 'turn':
      return wanted.turn;
    case 'catchUp':
      return say(catchUp({ lines, tasks: listTasks(asked), brief }));
    case 'decisions':
      return say(
        wordList({
          intro: 'This was decided:',
          none: 'I heard no decision so far.',
          items: listDecisions(lines).map(listedDecision),
          spoken,
        }),
      );
    case 'openQuestions':
      return say(
        wordList({
          intro: 'Still open:',
          none: 'I heard no question that is still open.',
          items: listOpenQuestions(lines).map(quote),
          spoken,
        }),
      );
    case 'mentions': {
      const people = surroundingsOf(brief).people;
      const items = asker ? listMentions(lines, asker, people).map(quote) : [];
      return say(wordList({ intro: 'Yes.', none: 'No, I did not hear your name so far.', items, spoken }));
    }
    case 'tasks':
      return say(tasksOf(wanted.of, asked));
    case 'whoIsHere':
      return asked.tools.includes('whoIsHere')
        ? { kind: 'call', tool: 'whoIsHere', arguments: {} }
        : say(presentPeople(brief));
    case 'tellTime':
      return { kind: 'call', tool: 'tellTime', arguments: {} };
    case 'pastMeetings':
      return { kind: 'call', tool: 'searchPastMeetings', arguments: { query: wanted.query } };
    case 'abilities':
      return say(abilities);
    case 'thanks':
      return say('You are welcome.');
    case 'greeting':
      return say(`Hello, I am ${brief.persona}. Say my name when you need me.`);
    case 'question': {
      const answer = await answerQuestion(wanted.question, lines, compare);
      if (answer.kind === 'found') return say(answer.text);
      if (answer.kind === 'not a question') return say(notUnderstood);
      // A long meeting is not given whole: the rest of it can be searched.
      return isPartial(asked.lines) && asked.tools.includes('searchTranscript')
        ? { kind: 'call', tool: 'searchTranscript', arguments: { query: wanted.question } }
        : say(answer.text);
    }
  }
}

function tasksOf(of: string | null, asked: Asked): string {
  const { brief } = asked;
  const { asker, spoken } = brief;
  const reading = of === null ? null : readPeople(of, surroundingsOf(brief));
  if (reading?.kind === 'ambiguous') return `Do you mean ${listNames(reading.names, 'or')}?`;
  const person = reading === null ? asker : reading.kind === 'people' ? (reading.names[0] ?? null) : null;
  if (person === null)
    return of === null ? 'I do not know who asks.' : `I do not know anyone called ${of} here.`;
  const items = [
    ...brief.openTasks
      .filter(({ owner }) => owner === person)
      .map((task) => wordTask({ ...task, owner: null })),
    ...listTasks(asked)
      .filter(({ owner }) => owner === person)
      .map((task) => wordHeardTask(task, 'owner')),
  ];
  const who = person === asker ? 'you' : person;
  return wordList({
    intro: person === asker ? 'Your tasks:' : `Tasks of ${person}:`,
    none: `I know of no task for ${who}.`,
    items,
    spoken,
  });
}

function presentPeople({ people }: AssistantBrief): string {
  const names = people.filter(({ present }) => present).map(({ name }) => name);
  return names.length === 0
    ? 'I see nobody here.'
    : `Here ${names.length === 1 ? 'is' : 'are'} ${listNames(names, 'and')}.`;
}

/** The first line of an epoch has number 1; where one is missing, not all lines were given. */
function isPartial(lines: readonly BriefLine[]): boolean {
  const numbers = new Map<number, { count: number; last: number }>();
  for (const { epoch, seq } of lines) {
    const { count, last } = numbers.get(epoch) ?? { count: 0, last: 0 };
    numbers.set(epoch, { count: count + 1, last: Math.max(last, seq) });
  }
  // Gaps and the request itself have numbers too.
  return [...numbers.values()].some(({ count, last }) => count < last * 0.8 && last > 50);
}
