import { describe, expect, it } from 'vitest';
import { sentencesOf, testPeople } from '../testing/sentences.ts';
import { findTasks } from './find-tasks.ts';

/** `Owner first name: text (due) [lines]`; the meeting is on Tuesday, 3 March 2026. */
function tasks(...said: string[]): string[] {
  const found = findTasks({
    sentences: sentencesOf(...said),
    people: testPeople,
    clock: { now: '2026-03-03T09:00:00+01:00', timeZone: 'Europe/Berlin' },
  });
  return found.map(
    ({ owner, text, due, lines }) =>
      `${owner.split(' ')[0]}: ${text}${due ? ` (${due.slice(5)})` : ''} [${lines.map(({ seq }) => seq)}]`,
  );
}

describe(findTasks, () => {
  it.each([
    ['I will fix the refund bug before Thursday afternoon.', 'Fix the refund bug (03-05)'],
    ["I'll send the slides tomorrow.", 'Send the slides (03-04)'],
    ['By Friday I will have the contract ready.', 'Have the contract ready (03-06)'],
    ["Okay, I'm going to call the landlord in two weeks.", 'Call the landlord (03-17)'],
    ['I will try to finish the draft by the end of March.', 'Finish the draft (03-31)'],
    ['I can write the minutes by Monday.', 'Write the minutes (03-09)'],
    ['I need to update the price list by Friday.', 'Update the price list (03-06)'],
    ['I am sending the invoices tomorrow.', 'Send the invoices (03-04)'],
    ['You will have the figures by Friday.', 'Deliver the figures (03-06)'],
    ["I'll prepare the agenda for Tuesday's meeting.", "Prepare the agenda for Tuesday's meeting"],
    ['I will look into the outage since Monday by Friday.', 'Look into the outage since Monday (03-06)'],
    ['I will paint the fence next Thursday.', 'Paint the fence (03-12)'],
    ['I will check if the room is free.', 'Check if the room is free'],
    ['I will order the parts, because the old ones are broken.', 'Order the parts'],
    ['I will order two hundred doses by Friday.', 'Order two hundred doses (03-06)'],
    ['And I edit the episode over the weekend.', 'Edit the episode (03-08)'],
    ['I will talk to the shop people about it.', 'Talk to the shop people about it'],
  ])('hears a promise in "%s"', (text, expected) => {
    expect(tasks(`Ben: ${text}`)).toEqual([`Ben: ${expected} [1]`]);
  });

  it.each([
    'I will be late on Monday.',
    "I'll be right back.",
    'I will not send the slides.',
    'I can hear you well.',
    'I will see you tomorrow.',
    "I'll think about it.",
    'I will never understand that.',
    'I would buy new chairs if we had more money.',
    'If we moved the office I will send you a card.',
    'She said I will send the slides.',
    'I hope I will finish the slides.',
    'I will eat my hat if they sign.',
    'I will start with the numbers.',
    "I'll keep that in mind.",
    'I have sent the slides yesterday.',
    'I need it before I can publish anything.',
    'I have to pick up my kids.',
    'I could order new ones.',
    "I'll let you finish.",
    'Will I send the slides?',
    'I will send the slides. Just kidding.',
    "I will send the slides. Actually, I can't.",
  ])('hears no promise in "%s"', (text) => {
    expect(tasks(`Ben: ${text}`)).toEqual([]);
  });

  it.each([
    [['Ana: Ben, can you call the bank?', 'Ben: Sure.'], ['Ben: Call the bank [2,1]']],
    [
      ['Ana: Ben, could you call the bank by Friday?', 'Ben: Yes, but not before Thursday.'],
      ['Ben: Call the bank (03-05) [2,1]'],
    ],
    [['Ana: Ben can you call the bank by Friday', 'Ben: will do'], ['Ben: Call the bank (03-06) [2,1]']],
    [
      ['Ana: Ben, please call the bank.', 'Ben: Okay.', 'Ben: I will call them tomorrow.'],
      ['Ben: Call the bank (03-04) [3,1]'],
    ],
    [
      ['Ana: Somebody should call the bank.', 'Ana: Ben, can you take that?', 'Ben: Yes, today.'],
      ['Ben: Call the bank (03-03) [3,2]'],
    ],
    [
      ['Ana: Who pays the fee?', 'Ben: I have to check that with the bank.'],
      ['Ben: Check the fee with the bank [2,1]'],
    ],
    [
      ['Ana: Ben, when could you have the test done?', 'Ben: By Friday, I think.'],
      ['Ben: Finish the test (03-06) [2,1]'],
    ],
    [['Ana: We need a new bulb. Ben, could you order one?', 'Ben: Sure.'], ['Ben: Order a new bulb [2,1]']],
    [
      ['Ana: Would you mind calling the bank, Ben?', 'Ben: Not at all, I will do it today.'],
      ['Ben: Call the bank (03-03) [2,1]'],
    ],
    [
      ['Ana: When can you finish the draft, Ben?', 'Ben: By Thursday.'],
      ['Ben: Finish the draft (03-05) [2,1]'],
    ],
    [
      ['Ana: When can you finish it, Ben?', "Ben: We'll fix the refund bug before Thursday."],
      ['Ben: Fix the refund bug (03-05) [2,1]'],
    ],
    [['Ana: Can you send me the photos?', 'Ben: Yes, of course.'], ['Ben: Send Ana the photos [2,1]']],
    [['Ana: Who writes the minutes?', 'Ben: Me.'], ['Ben: Write the minutes [2,1]']],
    [['Ana: Can somebody book the room?', 'Ben: I can do that.'], ['Ben: Book the room [2,1]']],
    [['Ana: We have to tell the parents.', "Ben: I'll do that."], ['Ben: Tell the parents [2,1]']],
    [['Ana: Ben, you take the photos.', 'Ben: Okay.'], ['Ben: Take the photos [2,1]']],
    [['Ana: Ben will send the contract on Friday.', 'Chloe: Good.'], ['Ben: Send the contract (03-06) [1]']],
    [
      ['Ben: I could train the night shift.', 'Ana: That would be great.'],
      ['Ben: Train the night shift [1]'],
    ],
    [['Ben: Shall I write to her landlord?', 'Ana: Yes, please.'], ['Ben: Write to her landlord [1]']],
    [
      ['Ben: I will send the offer.', 'Ana: By when?', 'Ben: By Friday.'],
      ['Ben: Send the offer (03-06) [1,3]'],
    ],
    [
      ['Ana: Ben, can you write the notes?', 'Ben: Sorry, I am swamped.', 'Chloe: I can write them.'],
      ['Chloe: Write the notes [3,1]'],
    ],
    [['Ben: I will write the release notes.', 'Ben: Sorry, I cannot do the release notes.'], []],
    [
      [
        'Ben: I will write the release notes by Friday.',
        'Ana: So Ben will write the release notes.',
        'Ben: Yes.',
      ],
      ['Ben: Write the release notes (03-06) [1,3,2]'],
    ],
    [
      [
        'Ben: I will write the release notes by Friday.',
        'Ben: Actually, I will write the release notes by Monday.',
      ],
      ['Ben: Write the release notes (03-09) [1,2]'],
    ],
    [
      ['Ben: I will write the release notes.', 'Chloe: I will write the release notes instead.'],
      ['Chloe: Write the release notes [2]'],
    ],
    [['Ben: I will send you the slides tomorrow, Ana.'], ['Ben: Send Ana the slides (03-04) [1]']],
  ])('reads %j', (said, expected) => {
    expect(tasks(...said)).toEqual(expected);
  });

  it.each([
    [['Ana: Ben, can you call the bank?', 'Ben: No, sorry.']],
    [['Ana: Ben, can you call the bank?', "Ben: I can't, I am on holiday."]],
    [['Ana: Ben, can you call the bank?', 'Chloe: Nice weather today.']],
    [['Ana: Ben, can you call the bank?', 'Ben: I called them already.']],
    [['Ana: Can you hear me, Ben?', 'Ben: Yes.']],
    [['Ana: Could you repeat that?', 'Ben: Sure.']],
    [['Ana: Could you pass me the milk?', 'Ben: Sure.']],
    [['Ana: Will you be here tomorrow, Ben?', 'Ben: Yes.']],
    [['Ana: How can you say that, Ben?', 'Ben: Sorry.']],
    [['Ana: Somebody should clean the fridge one day.', 'Ben: Yes.']],
    [['Ana: The supplier will deliver the windows on Friday.']],
    [['Ana: Ben should call the bank.']],
    [['Ben: I can call the bank.', 'Ana: No need.']],
    [['Ana: Nova, remind Ben to call the bank by Friday.', 'Ben: Okay.']],
    [['Nova: I will remind you on Friday.', 'Ben: Thanks.']],
  ])('finds no task in %j', (said) => {
    expect(tasks(...said)).toEqual([]);
  });
});
