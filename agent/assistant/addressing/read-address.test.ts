import { describe, expect, it } from 'vitest';
import { readAddress } from './read-address.ts';

const people = ['Ana Ruiz', 'Ben Carter', 'Chloe Martin'];
const read = (line: string, name = 'Nova') => readAddress(line, { name, people });

/** A line, and the request in it. */
const requests: [string, string][] = [
  ['Nova, what did we decide about the launch?', 'what did we decide about the launch?'],
  ['Nova what did we decide about the launch?', 'what did we decide about the launch?'],
  ['nova what did we decide', 'what did we decide'],
  ['Nova. What did we decide about the launch?', 'What did we decide about the launch?'],
  ['Nova? What did we decide?', 'What did we decide?'],
  ['Nova: catch me up.', 'catch me up.'],
  ['Nova - can you summarise that?', 'can you summarise that?'],
  ['Nova... what was the date?', 'what was the date?'],
  ['NOVA, STOP THE RECORDING', 'STOP THE RECORDING'],
  ['What did we decide about the launch, Nova?', 'What did we decide about the launch?'],
  ['What did we decide about the launch Nova?', 'What did we decide about the launch?'],
  ['Can you summarise that for us, Nova?', 'Can you summarise that for us?'],
  ['Please schedule a meeting with Ben, Nova.', 'Please schedule a meeting with Ben.'],
  ['Schedule a meeting with Ben on Tuesday Nova.', 'Schedule a meeting with Ben on Tuesday.'],
  ['Tell them what we agreed, Nova!', 'Tell them what we agreed!'],
  ['Hey Nova, who is here?', 'who is here?'],
  ['Hey Nova who is here', 'who is here'],
  ['Hey, Nova, what time is it?', 'what time is it?'],
  ['Ok Nova, remind Chloe to send the report.', 'remind Chloe to send the report.'],
  ['Okay Nova remind Chloe to send the report', 'remind Chloe to send the report'],
  ['Hi Nova, what are my tasks?', 'what are my tasks?'],
  ['Hello Nova, are you there?', 'are you there?'],
  ['So, Nova, what did we decide?', 'what did we decide?'],
  ['Well Nova, any open questions?', 'any open questions?'],
  ['And Nova, please note that down.', 'please note that down.'],
  ['Um, Nova, can you repeat that?', 'can you repeat that?'],
  ['Yes Nova, please do.', 'please do.'],
  ['Please, Nova, schedule a follow up.', 'schedule a follow up.'],
  [
    'Nova please schedule a follow up meeting with Ben next Tuesday at ten.',
    'please schedule a follow up meeting with Ben next Tuesday at ten.',
  ],
  ['Nova can you hear me?', 'can you hear me?'],
  ['Nova could we meet on Monday', 'could we meet on Monday'],
  ['Nova remind Ben to fix the bug by Thursday', 'remind Ben to fix the bug by Thursday'],
  ['Nova is the launch in March?', 'is the launch in March?'],
  ['Nova did we agree on the date', 'did we agree on the date'],
  ["Nova don't write that down", "don't write that down"],
  ["Nova, let's schedule a follow-up.", "let's schedule a follow-up."],
  ['Nova I have a question about the budget.', 'I have a question about the budget.'],
  ["Nova what's the time?", "what's the time?"],
  ['Nova, Ben wants to know what was decided.', 'Ben wants to know what was decided.'],
  ['Agreed. Nova, please schedule a follow up with Ben.', 'please schedule a follow up with Ben.'],
  ['I like that. What do you think, Nova?', 'What do you think?'],
  ['Good. Hey Nova, catch me up.', 'catch me up.'],
  ['If you can, Nova, summarise the last ten minutes.', 'If you can summarise the last ten minutes.'],
  ['Can you, Nova, tell us who said that?', 'Can you tell us who said that?'],
  ['I am not sure Nova can you check?', 'I am not sure can you check?'],
  [
    'Before we go, Nova please send the notes to everyone.',
    'Before we go please send the notes to everyone.',
  ],
  ['What was decided about the launch? Nova?', 'What was decided about the launch?'],
  ['Ben is right. Who owns the refund bug, Nova? I forgot.', 'Who owns the refund bug? I forgot.'],
  ['Thanks Nova, and can you schedule a follow-up?', 'and can you schedule a follow-up?'],
  ['Good morning Nova, what is on the agenda?', 'what is on the agenda?'],
  ['What do you think about the plan, Nova?', 'What do you think about the plan?'],
  ['Nova, ask Ben whether Friday works.', 'ask Ben whether Friday works.'],
  ['Nova, Nova, what did we decide?', 'what did we decide?'],
  // Misheard.
  ['No va, what did we decide?', 'what did we decide?'],
  ['No, va, what did we decide?', 'what did we decide?'],
  ['Know va what did we decide?', 'what did we decide?'],
  ['Nover, what did we decide?', 'what did we decide?'],
  ['Nover what did we decide?', 'what did we decide?'],
  ['What did we decide, nover?', 'What did we decide?'],
  ['What did we decide, no va?', 'What did we decide?'],
  ['Novah, please schedule a meeting.', 'please schedule a meeting.'],
  ['Knova, please schedule a meeting.', 'please schedule a meeting.'],
  ['Novar can you summarise?', 'can you summarise?'],
  ['Hey Nava, who is here?', 'who is here?'],
  ['Novo, who is here?', 'who is here?'],
  ['Mova, who is here?', 'who is here?'],
  ['Hey nora who is here?', 'who is here?'],
  ['Nòva, what did we decide?', 'what did we decide?'],
];

/** Lines that mention the name and talk to somebody else. */
const mentions = [
  'Nova said that the launch is in March.',
  'Nova says the launch is in March.',
  'Ask Nova later.',
  'Let us ask Nova later.',
  'You can ask Nova.',
  'Can you ask Nova?',
  "I like Nova's answer.",
  "Nova's answer was wrong.",
  "Nova's notes are good, right?",
  'I like Nova.',
  'Did Nova hear that?',
  'Is Nova listening?',
  'Is that Nova?',
  'What did Nova say?',
  'What do you think of Nova?',
  'Who asked Nova?',
  'Nova is our AI participant.',
  'Nova will take the notes.',
  'Nova can hear us.',
  'Nova has the notes.',
  'Nova did a good job.',
  'Nova and I talked about it.',
  'Nova, Ben and Chloe are in the meeting.',
  'Ana, Nova, and Ben are here.',
  'With us are Ana, Ben, and Nova.',
  'Nova, our note-taker, is listening too.',
  'Our note-taker, Nova, is listening too.',
  'Maybe Nova can tell us.',
  'And Nova wrote it down.',
  'Then Nova should know.',
  'I will tell Nova to send it.',
  'We talked about Nova.',
  'Ben, Nova said it was decided.',
  'Nova already answered that.',
  'Nova just told us.',
  'I think Nova missed that.',
  'Mute Nova, please.',
  'Nova also takes the minutes.',
  'The answer of Nova was in March.',
  'Do you trust Nova, Ben?',
  'It was Nova who said that.',
  'We should use Nova more often.',
  'Nova is great, right?',
  // Words that sound like it.
  'No, over there is the budget.',
  'Never mind, we go on.',
  'Never, that is too late.',
  'Now, what did we decide?',
  'In November, we launch.',
  'November, that is too late.',
  'Move a meeting to Tuesday.',
  'Over to you, Ben.',
  'No way, that is too late.',
  'Note that down, please.',
  'What did we decide about the launch?',
  'Good morning everyone, and thank you for joining the product kickoff.',
  '',
  '...',
];

describe(readAddress, () => {
  it.each(requests)('hears the request in: %s', (line, request) => {
    expect(read(line)).toEqual({ kind: 'request', request });
  });

  it.each(mentions)('is not meant by: %s', (line) => {
    expect(read(line)).toEqual({ kind: 'none' });
  });

  it.each([
    'Nova.',
    'Nova?',
    'Nova!',
    'Hey Nova.',
    'OK, Nova.',
    'Hello, Nova?',
    'No va?',
    'nover',
    'So, I think so. Nova?',
  ])('is called by: %s', (line) => {
    expect(read(line)).toEqual({ kind: 'called' });
  });

  it.each([
    'Thank you, Nova.',
    'Thanks Nova.',
    'Great, Nova.',
    'Nova, thank you very much.',
    'Thanks, Nova, that is helpful.',
    'Nova, perfect.',
    'Goodbye, Nova!',
  ])('is thanked by: %s', (line) => {
    expect(read(line)).toEqual({ kind: 'thanks' });
  });

  it.each([
    'Nova, stop.',
    'Stop, Nova!',
    'Nova stop',
    'Nova, be quiet please.',
    'Never mind, Nova.',
    'Nova, forget it.',
    'OK, Nova, that is enough.',
    'Quiet, Nova.',
  ])('is asked to be quiet by: %s', (line) => {
    expect(read(line)).toEqual({ kind: 'stop' });
  });

  it('does not take a person of the meeting for a misheard name', () => {
    const nora = { name: 'Nova', people: ['Nora Jones'] };
    expect(readAddress('Hey Nora, who is here?', nora)).toEqual({ kind: 'none' });
    expect(readAddress('Nova, who is here?', nora)).toMatchObject({ kind: 'request' });
  });

  it.each([
    ['Iris', 'Iris, what is left?', 'what is left?'],
    ['Iris', 'Irice, what is left?', 'what is left?'],
    ['Iris', 'Hey Eris what is left?', 'what is left?'],
    ['Iris', 'I ris, what is left?', 'what is left?'],
    ['Clerk', 'Clerk, read the minutes.', 'read the minutes.'],
    ['Clerk', 'Klerk, read the minutes.', 'read the minutes.'],
    ['Clerk', 'Read the minutes, Clark.', 'Read the minutes.'],
    ['Quiet observer', 'Quiet observer, what was decided?', 'what was decided?'],
    ['Quiet observer', 'Hey quiet observers what was decided?', 'what was decided?'],
    ['Max', 'Macs, what was decided?', 'what was decided?'],
    ['Max', 'What was decided, Max?', 'What was decided?'],
    ['Zoë', 'Zoe, what was decided?', 'what was decided?'],
    ['Siobhan', 'Hey Siobhan what was decided?', 'what was decided?'],
    ['Jürgen', 'Jurgen, what was decided?', 'what was decided?'],
    ['Philippa', 'Filipa, what was decided?', 'what was decided?'],
    ['Kai', 'Kai what was decided?', 'what was decided?'],
    ['Dr. Watson', 'Dr Watson, what was decided?', 'what was decided?'],
    ['J-5', 'J5, what was decided?', 'what was decided?'],
    ["O'Neil", 'Oneill, what was decided?', 'what was decided?'],
    ['Нова', 'Нова, что мы решили?', 'что мы решили?'],
    ['Will', 'Will, what was decided?', 'what was decided?'],
    ['Hope', 'Hey Hope, what was decided?', 'what was decided?'],
  ])('works for %s: %s', (name, line, request) => {
    expect(read(line, name)).toEqual({ kind: 'request', request });
  });

  it.each([
    ['Will', 'Will you send it?'],
    ['Will', 'Will we meet on Monday?'],
    ['Hope', 'I hope you can send it.'],
    ['Hope', 'Hope you can send it.'],
    ['Mark', 'Mark the task as done.'],
    ['Iris', 'I risk too much.'],
    ['Iris', 'Arise and shine.'],
    ['Max', 'Make us a plan.'],
    ['Kai', 'The sky is blue, right?'],
    ['Ada', 'Either way, we go on.'],
    ['Clerk', 'The clerk said it is open.'],
    ['Clerk', 'Clearly, that is wrong.'],
  ])('does not mistake ordinary words for %s: %s', (name, line) => {
    expect(read(line, name)).toEqual({ kind: 'none' });
  });
});
