import { describe, expect, it } from 'vitest';
import { briefWith, numbers, reading, transcript } from '../testing/transcript.ts';
import { listDecisions } from './list-decisions.ts';
import { listMentions } from './list-mentions.ts';
import { listOpenQuestions } from './list-open-questions.ts';
import { listTasks } from './list-tasks.ts';
import { readLines } from './read-lines.ts';

describe(readLines, () => {
  it('leaves out the AI participant and what is said to it', () => {
    const lines = reading(
      'Ana: We launch in May.',
      'Nova: It was decided: May.',
      'Ana: Nova, what did we decide?',
      'Ben: Okay no va, tell us.',
      'Ben: And what do you think, Nova?',
      'Ben: The supernova is far away.',
    );
    expect(numbers(lines)).toEqual([1, 6]);
  });

  it.each([
    'So it is decided, the launch moves to March.',
    'We have agreed to hire two people.',
    'We are going with Mollie.',
    'We will go with the second offer.',
    'Then we change the plan: we keep the old logo.',
    'The ten cents it is. Decided.',
    'We will not use the second vendor.',
  ])('hears a decision in "%s"', (text) => {
    expect(reading(`Ana: ${text}`)[0]?.decides).not.toBeNull();
  });

  it.each([
    ['I propose that we launch in May.', 'Agreed.'],
    ['Let us take the Harbour Hall.', 'Fine with me.'],
    ['How about this: we should meet on Mondays.', 'Sounds good.'],
    ['Then we buy a new one. Everybody okay with that?', 'Yes.'],
  ])('hears a decision in "%s" when somebody says "%s"', (proposal, answer) => {
    expect(reading(`Ana: ${proposal}`, `Ben: ${answer}`)[0]?.decides?.isAnnounced).toBe(false);
  });

  it.each([
    ['Ana: I propose that we launch in May.', 'Ben: That is too early.'],
    ['Ana: I propose that we launch in May.', 'Ana: Yes.'],
    ['Ana: I propose that we launch in May.', 'Ben: The weather is nice.'],
    ['Ana: We have not decided about the launch.', 'Ben: Okay.'],
    ['Ana: Should we launch in May?', 'Ben: I do not know.'],
    ['Ana: Let us talk about that next time.', 'Ben: Okay.'],
    ['Ana: Did we decide about the launch?', 'Ben: Not that I know.'],
    ['Ana: Agreed.', 'Ben: Good.'],
  ])('hears no decision in %j, %j', (...said) => {
    expect(reading(...said).map(({ decides }) => decides)).toEqual([null, null]);
  });

  it('hears "Fine, every two weeks" as a decision about what was proposed', () => {
    const lines = reading('Sara: A newsletter every two weeks?', 'Wei: Fine. Every two weeks, on Tuesdays.');
    expect(lines[1]?.decides).not.toBeNull();
  });
});

describe(listDecisions, () => {
  it('gives each once: the line that settled it, and the newest of revised ones', () => {
    const lines = reading(
      'Ana: I propose that we move the launch to March.',
      'Ben: Agreed.',
      'Ana: So it is decided, the launch moves to March.',
      'Ben: We are going with the blue logo.',
      'Ana: Sorry. We have decided that the launch moves to April instead.',
    );
    expect(numbers(listDecisions(lines))).toEqual([4, 5]);
  });
});

describe(listOpenQuestions, () => {
  it('keeps what nobody answered, or only put off', () => {
    const lines = reading(
      'Ana: When can you finish it, Ben?',
      'Ben: By Thursday.',
      'Ana: Who takes care of the badges?',
      'Ben: Let us talk about that next time.',
      'Ana: And the night shift?',
      'Ben: I do not know yet.',
      'Ben: Is the room booked?',
      'Ana: Yes.',
      'Ana: What about the caterer?',
    );
    expect(numbers(listOpenQuestions(lines))).toEqual([3, 5, 9]);
  });

  it('keeps what somebody called open, until it is settled', () => {
    const open = ['Ana: The launch date is still open.', 'Ben: Right.'];
    expect(numbers(listOpenQuestions(reading(...open)))).toEqual([1]);
    const settled = [...open, 'Ana: We have decided that the launch date is in May.'];
    expect(listOpenQuestions(reading(...settled))).toEqual([]);
  });
});

describe(listTasks, () => {
  const lines = transcript(
    'Ben Carter: Good morning Ana. I can hear you well.',
    'Ana Ruiz: Chloe, can you prepare the security report by Friday?',
    'Chloe Martin: Yes, I will prepare the security report by Friday.',
    'Ana Ruiz: Ben, could you write to the caterer?',
    'Ben Carter: Sure.',
    'Ana Ruiz: Thank you.',
    'Ben Carter: I will fix the refund bug before Thursday.',
    'Ana Ruiz: Ben, can you stay longer?',
    'Ben Carter: No, sorry.',
  );

  it('gives what each person took on, with the line of it', () => {
    const tasks = listTasks({ lines, brief: briefWith() });
    expect(tasks.map(({ owner, text, due, lines: [line] }) => [owner, text, due, line?.seq])).toEqual([
      ['Chloe Martin', 'Prepare the security report', '2026-03-06', 3],
      ['Ben Carter', 'Write to the caterer', null, 5],
      ['Ben Carter', 'Fix the refund bug', '2026-03-05', 7],
    ]);
  });
});

describe(listMentions, () => {
  const people = ['Ana Ruiz', 'Will Marsh', 'Chloe Martin'];
  const lines = reading(
    'Ana Ruiz: Khloe, are you there?',
    'Ana Ruiz: I will write the report.',
    'Chloe Martin: Thanks, Will.',
    'Will Marsh: Chloe and I did that.',
    'Chloe Martin: I am Chloe.',
  );
  it.each([
    ['Chloe Martin', [1, 4]],
    ['Will Marsh', [3]],
    ['Ana Ruiz', []],
  ])('of %s', (person, expected) => {
    expect(numbers(listMentions(lines, person, people))).toEqual(expected);
  });
});
