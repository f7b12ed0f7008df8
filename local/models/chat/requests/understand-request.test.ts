import { describe, expect, it } from 'vitest';
import { findEffectTool } from '../../../../lib/tools/registry.ts';
import type { Surroundings } from '../turn.ts';
import { understandRequest } from './understand-request.ts';

const people = ['Ana Ruiz', 'Ben Carter', 'Chloe Martin'];
const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  people,
  asker: 'Ana Ruiz',
  clock: { now: '2026-03-03T09:00:00+01:00', timeZone: 'Europe/Berlin' },
  meetingTitle: 'Product kickoff',
  persona: 'Nova',
  ...change,
});
const heard = { latestDecision: () => 'The launch moves to March', notes: () => 'Decided: March.' };
const understand = (request: string, change?: Partial<Surroundings>) =>
  understandRequest(request, around(change), heard);

/** The arguments of the call, checked against the schema of the tool. */
function argumentsOf(request: string, tool: string, change?: Partial<Surroundings>) {
  const wanted = understand(request, change);
  if (wanted.kind !== 'turn' || wanted.turn.kind !== 'call') return wanted;
  expect(wanted.turn.tool).toBe(tool);
  expect(findEffectTool(tool)?.arguments.safeParse(wanted.turn.arguments).success).toBe(true);
  return wanted.turn.arguments;
}
const question = (request: string, change?: Partial<Surroundings>) => {
  const wanted = understand(request, change);
  return wanted.kind === 'turn' && wanted.turn.kind === 'say' ? wanted.turn.text : wanted;
};

const withBen = ['Ben Carter', 'Ana Ruiz'];
const nextTuesday = '2026-03-10T10:00:00+01:00';

describe('scheduling', () => {
  it.each([
    [
      'Nova, please schedule a follow up meeting with Ben next Tuesday at ten.',
      'Follow-up meeting with Ben Carter',
    ],
    [
      'Nova please schedule a follow-up meeting with Ben next Tuesday at 10.',
      'Follow-up meeting with Ben Carter',
    ],
    [
      'No va, please schedule a follow-up meeting with Ben next Tuesday at 10 AM.',
      'Follow-up meeting with Ben Carter',
    ],
    [
      'Nover, schedule a followup meeting with Benn next Tuesday at 10 a.m.',
      'Follow-up meeting with Ben Carter',
    ],
    ['Ana Ruiz: Nova, book a meeting with Ben Carter for next Tuesday at ten', 'Meeting with Ben Carter'],
    ['Could you set up a call with Ben next Tuesday at ten, please?', 'Call with Ben Carter'],
    ['can you please arrange a meeting next Tuesday at 10:00 with Ben', 'Meeting with Ben Carter'],
    ['Schedule next Tuesday at ten a meeting with Ben', 'Meeting with Ben Carter'],
    ['Schedule for next Tuesday at ten a meeting with Ben', 'Meeting with Ben Carter'],
    ['I want you to plan a review with Ben next Tuesday at ten', 'Review with Ben Carter'],
    ["Let's meet with Ben next Tuesday at ten", 'Meeting with Ben Carter'],
    ['can we have a one on one with Ben next Tuesday at ten', 'One on one with Ben Carter'],
    ['Invite Ben to a call next Tuesday at ten', 'Call with Ben Carter'],
    ['Put a meeting with Ben in the calendar next Tuesday at ten', 'Meeting with Ben Carter'],
    ['Okay Nova, we need a meeting with Ben next Tuesday at ten', 'Meeting with Ben Carter'],
    ['schedule a meeting with been next tuesday at ten', 'Meeting with Ben Carter'],
    ['Schedule a meeting about the refund bug with Ben next Tuesday at ten', 'Meeting about the refund bug'],
    ['Schedule a meeting with Ben about the Refund Bug next Tuesday at ten', 'Meeting about the Refund Bug'],
    [
      'Schedule a meeting with Ben next Tuesday at ten to discuss the refund bug',
      'Meeting about the refund bug',
    ],
    ['Schedule a call on the security report with Ben next Tuesday at ten', 'Call about the security report'],
    ['Schedule a meeting called Launch Review with Ben next Tuesday at ten', 'Launch Review'],
    ['Schedule a design review with Ben next Tuesday at ten', 'Design review with Ben Carter'],
    ['Schedule a security audit with Ben next Tuesday at ten', 'Security audit with Ben Carter'],
    ['Please schedule a meeting between me and Ben next Tuesday at ten', 'Meeting with Ben Carter'],
  ])('%s', (request, title) => {
    expect(argumentsOf(request, 'scheduleMeeting')).toEqual({
      title,
      startsAt: nextTuesday,
      durationMinutes: 30,
      attendees: expect.arrayContaining(withBen),
    });
  });

  it.each([
    ['with Ben and Chloe', ['Ben Carter', 'Chloe Martin', 'Ana Ruiz']],
    ['with Chloe, Ben and me', ['Chloe Martin', 'Ben Carter', 'Ana Ruiz']],
    ['with Khloe', ['Chloe Martin', 'Ana Ruiz']],
    ['with Cloe Martin', ['Chloe Martin', 'Ana Ruiz']],
    ['with everyone', people],
    ['with the whole team', people],
    ['for all of us', people],
    ['with both Ben and Chloe', ['Ben Carter', 'Chloe Martin', 'Ana Ruiz']],
    ['with the marketing department', people],
    ['', people],
  ])('a meeting %s is for the people meant, and whoever asks', (who, attendees) => {
    expect(argumentsOf(`Nova, schedule a meeting ${who} tomorrow at ten`, 'scheduleMeeting')).toMatchObject({
      attendees,
    });
  });

  it.each([
    [['Priya Nair', 'Tomasz Zieliński', 'Ana Ruiz'], 'Tomash', 'Tomasz Zieliński'],
    [['Priya Nair', 'Tomasz Zieliński', 'Ana Ruiz'], 'Preeya', 'Priya Nair'],
    [['Zoë Müller', 'Ana Ruiz'], 'Zoe', 'Zoë Müller'],
    [['Stephen King', 'Ana Ruiz'], 'Steven', 'Stephen King'],
    [['Katherine Hall', 'Ana Ruiz'], 'Catherine', 'Katherine Hall'],
    [['Jon Snow', 'Ana Ruiz'], 'John', 'Jon Snow'],
    [['Marc Weber', 'Ana Ruiz'], 'Mark', 'Marc Weber'],
    [['Sofia Rossi', 'Ana Ruiz'], 'Sophia', 'Sofia Rossi'],
    [['Li Wei', 'Ana Ruiz'], 'Li', 'Li Wei'],
    [['Jean-Luc Moreau', 'Ana Ruiz'], 'Jean Luc', 'Jean-Luc Moreau'],
    [["Liam O'Brien", 'Ana Ruiz'], 'Liam', "Liam O'Brien"],
    [['Emeka Okafor', 'Ana Ruiz'], 'Mr Okafor', 'Emeka Okafor'],
    [['Geoffrey Hill', 'Ana Ruiz'], 'Jeffrey', 'Geoffrey Hill'],
  ])('in the company of %j, %s is found', (others, said, name) => {
    expect(
      argumentsOf(`Nova, schedule a meeting with ${said} tomorrow at ten`, 'scheduleMeeting', {
        people: others,
      }),
    ).toMatchObject({ attendees: [name, 'Ana Ruiz'] });
  });

  it.each([
    ['schedule a meeting with Ben', 'On which day, and at what time?'],
    ['schedule a meeting with Ben tomorrow', 'At what time tomorrow?'],
    ['schedule a meeting with Ben next week', 'Which day next week, and at what time?'],
    [
      'schedule a meeting with Dimitri tomorrow at ten',
      'I do not know anyone called Dimitri here. Whom should I invite?',
    ],
    ['schedule a meeting with him tomorrow at ten', 'Whom should I invite?'],
    [
      'schedule a meeting with Ben yesterday at ten',
      'Monday, 2 March at 10:00 is over. Which time do you mean?',
    ],
    [
      'schedule a meeting with Ben on Tuesday at ten',
      'Today is Tuesday. Do you mean today, or Tuesday, 10 March?',
    ],
  ])('%s: %s', (request, text) => {
    expect(question(`Nova, ${request}.`)).toBe(text);
  });

  it('asks which of two people of the same name, unless one of them asks', () => {
    const bens = { people: ['Ana Ruiz', 'Ben Carter', 'Ben Smith'] };
    const request = 'Schedule a meeting with Ben tomorrow at ten';
    expect(question(request, bens)).toBe('Do you mean Ben Carter or Ben Smith?');
    expect(argumentsOf(request, 'scheduleMeeting', { ...bens, asker: 'Ben Smith' })).toMatchObject({
      attendees: ['Ben Carter', 'Ben Smith'],
    });
    expect(
      argumentsOf('Schedule a meeting with Ben Smith tomorrow at ten', 'scheduleMeeting', bens),
    ).toMatchObject({
      attendees: ['Ben Smith', 'Ana Ruiz'],
    });
  });

  it('keeps a length that was said', () => {
    expect(argumentsOf('Schedule a 45 minute call with Ben tomorrow at ten', 'scheduleMeeting')).toEqual({
      title: 'Call with Ben Carter',
      startsAt: '2026-03-04T10:00:00+01:00',
      durationMinutes: 45,
      attendees: withBen,
    });
  });
});

describe('tasks', () => {
  it.each([
    [
      'Nova, remind Chloe to send the security report by Friday.',
      'Send the security report',
      'Chloe Martin',
      '2026-03-06',
    ],
    [
      'remind khloe to send the security report by Friday',
      'Send the security report',
      'Chloe Martin',
      '2026-03-06',
    ],
    ['Remind me to call Ben tomorrow', 'Call Ben', 'Ana Ruiz', '2026-03-04'],
    [
      'create a task for Ben to fix the refund bug by next Thursday',
      'Fix the refund bug',
      'Ben Carter',
      '2026-03-12',
    ],
    ['Create a task for Ben: fix the refund bug', 'Fix the refund bug', 'Ben Carter', null],
    ['add a task to update the roadmap', 'Update the roadmap', null, null],
    [
      'Please add an action item for Chloe to talk to marketing until the end of the week',
      'Talk to marketing',
      'Chloe Martin',
      '2026-03-06',
    ],
    ['assign Ben to write the tests by tomorrow', 'Write the tests', 'Ben Carter', '2026-03-04'],
    ['assign the refund bug to Ben', 'The refund bug', 'Ben Carter', null],
    ['give Ben the task of writing the tests', 'Writing the tests', 'Ben Carter', null],
    ['note that Ben has to check the logs by Monday', 'Check the logs', 'Ben Carter', '2026-03-09'],
    [
      'write down that Chloe will prepare the slides by March 20th',
      'Prepare the slides',
      'Chloe Martin',
      '2026-03-20',
    ],
    ['ask Ben to review the contract before Thursday', 'Review the contract', 'Ben Carter', '2026-03-05'],
    ['make sure Chloe remembers to send the offer', 'Send the offer', 'Chloe Martin', null],
    ['put buying new laptops on my to-do list', 'Buying new laptops', 'Ana Ruiz', null],
    ["Don't let me forget to call the bank", 'Call the bank', 'Ana Ruiz', null],
    ['remind Ben about the contract in two weeks', 'The contract', 'Ben Carter', '2026-03-17'],
    [
      'remind Ben Carter to send the three reports by today',
      'Send the three reports',
      'Ben Carter',
      '2026-03-03',
    ],
    [
      'set a reminder for Ben to update the budget by the end of the month',
      'Update the budget',
      'Ben Carter',
      '2026-03-31',
    ],
    ['remind everyone to fill in the survey', 'Fill in the survey', null, null],
  ])('%s', (request, text, owner, due) => {
    expect(argumentsOf(request, 'createTask')).toEqual({ text, owner, due });
  });

  it('asks who and when, where that cannot be', () => {
    expect(question('remind Dimitri to send the report')).toBe(
      'I do not know anyone called Dimitri here. Who should do it?',
    );
    expect(question('remind Ben to send the report by yesterday')).toBe(
      'Monday, 2 March is over. When is it due?',
    );
    expect(question('create a task')).toBe('What is the task?');
  });
});

describe('mail', () => {
  it.each([
    ['mail everyone the notes', []],
    ['Nova, send everyone the summary please', []],
    ['send the notes to everyone', []],
    ['send out the minutes', []],
    ['email the notes of the meeting to Ben', ['Ben Carter']],
    ['e-mail Ben and Chloe the decisions', []],
    ['send Chloe the meeting notes', ['Chloe Martin']],
    ['send a follow-up mail to the whole team', []],
    ['share the recap with Ben', ['Ben Carter']],
    ['send me the notes', ['Ana Ruiz']],
  ])('%s', (request, to) => {
    expect(argumentsOf(request, 'sendFollowUpMail')).toEqual({
      to,
      subject: 'Notes: Product kickoff',
      body: 'Decided: March.\n\nWritten by Nova, the AI participant, for Ana Ruiz, without a language model.',
    });
  });

  it('carries the words that were said', () => {
    expect(
      argumentsOf('Send Ben an email saying that the launch moves to March', 'sendFollowUpMail'),
    ).toMatchObject({
      to: ['Ben Carter'],
      body: expect.stringMatching(/^The launch moves to March\.\n/),
    });
  });

  it('reaches people of the meeting only', () => {
    expect(question('mail Dimitri the notes')).toMatch(/^I do not know anyone called Dimitri here\./);
  });
});

describe('decisions on record', () => {
  it.each([
    ['write down that we decided to move the launch to March', 'We will move the launch to March.'],
    ['Nova, please note that we decided the launch moves to March.', 'The launch moves to March.'],
    ['record the decision that Ben owns the payment screen', 'Ben owns the payment screen.'],
    ['note down that we agreed on two new hires', 'Two new hires.'],
    ['record the decision: no release on Fridays', 'No release on Fridays.'],
    ['put on record that it was decided that we hire two people', 'We hire two people.'],
    ['Nova, note that we launch in May.', 'We launch in May.'],
    ['record that decision', 'The launch moves to March.'],
    ['write down the decision we just made', 'The launch moves to March.'],
  ])('%s', (request, text) => {
    expect(argumentsOf(request, 'recordDecision')).toEqual({ text });
  });
});

describe('the end of the meeting', () => {
  it.each([
    'Nova, end the meeting.',
    'please end this meeting for everyone',
    'could you close the call now?',
    'End the meeting, Nova',
    'stop the meeting please',
  ])('%s', (request) => expect(argumentsOf(request, 'endMeeting')).toEqual({}));

  it.each([
    'end the meeting with a summary',
    'the end of the meeting is near',
    "don't end the meeting",
    'when does the meeting end?',
    'Ben said end the meeting',
  ])('is not in "%s"', (request) =>
    expect(understand(request)).not.toMatchObject({ turn: { kind: 'call' } }),
  );
});

describe('what is no order', () => {
  it.each([
    'Did we schedule a meeting with Ben next Tuesday at ten?',
    'When is the follow up meeting with Ben?',
    'We met Ben last Tuesday at ten.',
    'Who has to send the security report?',
    'What was the plan for the meeting with Ben?',
    'Has Chloe been reminded to send the report?',
    'Ben said he wants to schedule a meeting tomorrow at ten',
    "Don't schedule a meeting with Ben tomorrow at ten",
    'Never mind the meeting with Ben tomorrow at ten',
    'Cancel the meeting with Ben tomorrow at ten',
  ])('%s', (request) => {
    expect(understand(request)).not.toMatchObject({ turn: { kind: 'call' } });
  });
});

describe('ready-made answers and read-only tools', () => {
  it.each([
    ['Nova, catch me up', 'catchUp'],
    ['what did I miss?', 'catchUp'],
    ['Can you summarize the meeting so far?', 'catchUp'],
    ['give us a quick recap', 'catchUp'],
    ['was I mentioned?', 'mentions'],
    ['did anyone mention me', 'mentions'],
    ['did anybody say my name?', 'mentions'],
    ['what did we decide?', 'decisions'],
    ['what did we decide so far', 'decisions'],
    ['list the decisions', 'decisions'],
    ['what decisions have we made?', 'decisions'],
    ['what are the decisions so far', 'decisions'],
    ['what have we agreed on', 'decisions'],
    ['which questions are still open?', 'openQuestions'],
    ["what's still open?", 'openQuestions'],
    ['any open questions', 'openQuestions'],
    ['what are my tasks?', 'tasks'],
    ['what do I have to do?', 'tasks'],
    ['my action items please', 'tasks'],
    ['what does Ben have to do?', 'tasks'],
    ["what are Chloe's tasks", 'tasks'],
    ['who is here?', 'whoIsHere'],
    ["Who's in the meeting?", 'whoIsHere'],
    ['is Ben here?', 'whoIsHere'],
    ['what time is it?', 'tellTime'],
    ["what's the time", 'tellTime'],
    ["what is today's date", 'tellTime'],
    ['what day is it today?', 'tellTime'],
    ["what did we decide in last week's meeting?", 'pastMeetings'],
    ['what did Ben say about pricing last time', 'pastMeetings'],
    ['what did we say about hiring in the previous meeting?', 'pastMeetings'],
    ['what can you do?', 'abilities'],
    ['are you a language model?', 'abilities'],
    ['thank you', 'thanks'],
    ['Nova, can you hear me?', 'greeting'],
    ['What did we decide about the launch?', 'question'],
    ['What did we agree on regarding the launch?', 'question'],
    ['When will Ben fix the refund bug?', 'question'],
    ['Who prepares the security report?', 'question'],
    ['Tell me about the budget', 'question'],
  ])('%s is %s', (request, kind) => {
    expect(understand(request)).toMatchObject({ kind });
  });
});
