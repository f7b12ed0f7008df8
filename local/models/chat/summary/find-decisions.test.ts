import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../testing/sentences.ts';
import { findDecisions } from './find-decisions.ts';

const decisions = (...said: string[]) =>
  findDecisions(sentencesOf(...said)).map(({ text, lines }) => `${text} [${lines.map(({ seq }) => seq)}]`);

describe(findDecisions, () => {
  it.each([
    ['So it is decided, the launch moves to March.', 'The launch moves to March'],
    ['We have agreed to hire two people.', 'We hire two people'],
    ['Okay, we are going with Mollie.', 'We go with Mollie'],
    ['Then the lake it is, on the eleventh of June.', 'The lake, on the eleventh of June'],
    ['We will not use the second vendor.', 'We will not use the second vendor'],
    ["Let's go with the blue logo then.", 'We go with the blue logo'],
    ['The decision is that we close on Mondays.', 'We close on Mondays'],
  ])('hears "%s"', (text, expected) => {
    expect(decisions('Ben: What about it?', `Ana: ${text}`)).toEqual([`${expected} [2]`]);
  });

  it.each([
    [['Ana: I propose that we launch in May.', 'Ben: Agreed.'], ['We launch in May [1,2]']],
    [['Ana: Should we hire Rosie?', 'Ben: Yes, absolutely.'], ['We hire Rosie [1,2]']],
    [
      ['Ana: Every two weeks?', 'Ben: Fine. Every two weeks, on Tuesdays.'],
      ['Every two weeks, on Tuesdays [2,1]'],
    ],
    [['Ben: I like the lake.', 'Ana: So we go to the lake in June.'], ['We go to the lake in June [2]']],
    [['Ana: I suggest the blue logo.', 'Ana: Decided.'], ['The blue logo [2,1]']],
    [
      ['Ana: Nobody uses the forklift until Monday, agreed?', 'Ben: Agreed.'],
      ['Nobody uses the forklift until Monday [1,2]'],
    ],
    [
      [
        'Ana: I propose that we move the launch to May.',
        'Ben: Agreed.',
        'Ana: So it is decided, the launch moves to May.',
      ],
      ['The launch moves to May [3,1,2]'],
    ],
    [
      [
        'Ana: We have decided that the launch moves to March.',
        'Ben: Wait.',
        'Ana: We have decided that the launch moves to April instead.',
      ],
      ['The launch moves to April instead [3]'],
    ],
    [
      ['Ana: I propose that we buy a slide.', 'Ben: I support that.', 'Ana: So the proposal is accepted.'],
      ['We buy a slide [3,1,2]'],
    ],
    [
      ['Ana: We could raise the limit to ninety.', 'Ben: I would support that.'],
      ['We raise the limit to ninety [1,2]'],
    ],
    [
      ['Ana: Let us do the inventory in the last week of March.', 'Ben: Works for me.'],
      ['We do the inventory in the last week of March [1,2]'],
    ],
    [
      ['Ana: Maybe we agree that each review takes a day.', 'Ben: Yes, let us do that.'],
      ['Each review takes a day [2,1]'],
    ],
    [
      [
        'Ana: The hall is free on the fifth of May.',
        'Ben: Then it is settled. The party is on the fifth of May.',
      ],
      ['The party is on the fifth of May [2]'],
    ],
    [
      [
        'Ana: What about the new lamp?',
        'Ben: It costs forty euros.',
        'Ana: Okay, let us buy it.',
        'Ben: Yes.',
      ],
      ['We buy the new lamp [3]'],
    ],
  ])('reads %j', (said, expected) => {
    expect(decisions(...said)).toEqual(expected);
  });

  it.each([
    [['Ana: I propose that we launch in May.', 'Ben: That is too early.']],
    [['Ana: I propose that we launch in May.', 'Ana: Yes.']],
    [['Ana: I propose that we launch in May.', 'Ben: The weather is nice.']],
    [['Ana: We have not decided about the launch.', 'Ben: Okay.']],
    [['Ana: Last year we decided to use the gym.', 'Ben: Yes.']],
    [['Ana: Marketing wants to send it weekly.', 'Ben: Okay.']],
    [['Ana: Let us start with the budget.', 'Ben: Okay.']],
    [['Ana: Let us talk about the budget next time.', 'Ben: Agreed.']],
    [['Ana: If we moved to the beach we would save money.', 'Ben: Agreed.']],
    [['Ana: What if we moved to the beach?', 'Ben: Let us do it. Agreed.', 'Ana: Just kidding.']],
    [['Ana: We could have bought the house.', 'Ben: Right.']],
    [['Ana: So we have three bugs left.', 'Ben: Right.']],
    [['Ana: The budget went up, so we can hire two people.', 'Ben: Good.']],
    [['Ana: We will go with the blue logo.', 'Ben: Okay.', 'Ana: Wait, scrap the blue logo.']],
    [['Ana: Shall we start?', 'Ben: Yes.']],
    [['Nova: It was decided: May.', 'Ben: Agreed.']],
    [['Ana: Nova, we decided that the launch moves to May.', 'Nova: Noted.']],
  ])('finds no decision in %j', (said) => {
    expect(decisions(...said)).toEqual([]);
  });
});
