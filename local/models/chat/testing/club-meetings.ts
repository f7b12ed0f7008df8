/** Small teams and clubs: a clinic, a council of parents, a factory, a choir, and others. */
import { meetingOf } from './summary-meetings.ts';

const when = { startedAt: '2026-03-03T09:00:00+01:00', timeZone: 'Europe/Berlin' };

const clinic = meetingOf({
  ...when,
  title: 'Clinic week',
  people: ['Maya Stein', 'Omar Haddad', 'Lena Vogt'],
  persona: 'Atlas',
  said: `
Maya: Hello everyone, let us start the weekly clinic meeting.
Omar: Hi Maya, I am here with Lena.
Lena: Hello.
Maya: First topic, the waiting room. Patients complain that it is too warm.
Omar: The air conditioning has been broken since last Monday.
Maya: Omar, could you call the technician tomorrow?
Omar: Sure, I will call the technician tomorrow morning.
Lena: I suggest we open the second waiting room until it is repaired.
Maya: That sounds good. Omar, are you fine with that?
Omar: Yes, fine with me.
Maya: Okay, then we open the second waiting room until the air conditioning is repaired.
Lena: We also need new flu vaccines. The stock is down to forty doses.
Maya: Lena, please order two hundred doses by Wednesday.
Lena: I will do that.
Maya: Atlas, who orders the vaccines?
Omar: How many patients do we expect next week?
Lena: About three hundred and twenty.
Maya: Atlas, please remind Lena to check the fridge on Monday.
Maya: Thank you all. See you next week.
`,
  decisions: [{ words: ['second waiting room'], lines: [11, 8] }],
  tasks: [
    { owner: 'Omar Haddad', words: ['call', 'technician'], due: '2026-03-04', lines: [7, 6] },
    { owner: 'Lena Vogt', words: ['two hundred doses'], due: '2026-03-04', lines: [14, 13] },
  ],
});

const school = meetingOf({
  ...when,
  title: 'Parents council',
  people: ['Ruth Berger', 'Sam Cole', 'Ida Lund'],
  persona: 'Nova',
  said: `
Ruth: Welcome to the parents council.
Sam: Good evening.
Ida: Good evening, Ruth.
Ruth: We have to choose a day for the summer party.
Sam: The eleventh of July would be possible. The gym is free.
Ida: I would prefer the eighteenth, because of the football final.
Sam: The eighteenth is fine for me too.
Ruth: Good. So we agreed on the eighteenth of July for the summer party.
Ida: Who takes care of the food?
Sam: I can take care of the food. I will ask the bakery by next Monday.
Ruth: Great. Ida, can you write the invitation letter until Thursday?
Ida: Yes, I can do that.
Sam: The budget is eight hundred euros.
Ruth: Nova, what date did we choose for the party?
Ida: I am afraid that the tents are too small.
Ruth: We will look at that next time. Thank you and good night.
`,
  decisions: [{ words: ['eighteenth of July'], lines: [8] }],
  tasks: [
    { owner: 'Sam Cole', words: ['food'], due: null, lines: [10, 9] },
    { owner: 'Sam Cole', words: ['bakery'], due: '2026-03-09', lines: [10] },
    { owner: 'Ida Lund', words: ['invitation letter'], due: '2026-03-05', lines: [12, 11] },
  ],
});

const factory = meetingOf({
  ...when,
  title: 'Line three',
  people: ['Peter Novak', 'Nina Weber', 'Kofi Mensah'],
  persona: 'Atlas',
  said: `
Peter: Good morning. Let us talk about line three.
Nina: Line three stopped twice yesterday.
Kofi: The sensor at the entrance is worn out.
Peter: When can we replace it, Kofi?
Kofi: The spare part arrives on Thursday. I will replace the sensor on Friday.
Nina: Until then I would run the line at half speed.
Peter: Agreed. We run line three at half speed until Friday.
Nina: Another point. The audit is on the twentieth of March.
Peter: Nina, can you update the safety documents before the audit?
Nina: Yes. I will update the safety documents by the tenth of March.
Kofi: Should we cancel the night shift on Saturday?
Peter: I think so. Nina?
Nina: Yes, let us cancel it.
Peter: Then the night shift on Saturday is cancelled.
Kofi: Atlas, please schedule a meeting with Nina on Thursday at two.
Peter: That is it. Thanks.
`,
  decisions: [
    { words: ['half speed'], lines: [7] },
    { words: ['night shift', 'Saturday'], lines: [14, 13] },
  ],
  tasks: [
    { owner: 'Kofi Mensah', words: ['replace', 'sensor'], due: '2026-03-06', lines: [5] },
    { owner: 'Nina Weber', words: ['safety documents'], due: '2026-03-10', lines: [10, 9] },
  ],
});

const startup = meetingOf({
  ...when,
  title: 'Pricing page',
  people: ['Elena Costa', 'Jonas Lind', 'Priya Shah'],
  persona: 'Nova',
  said: `
Elena: Hey team. Quick sync about the pricing page.
Jonas: I looked at the numbers. Only two percent of visitors click on the pro plan.
Priya: Maybe the price is too high.
Elena: We could lower it to nineteen dollars.
Jonas: I like nineteen dollars.
Priya: Me too.
Elena: Alright, we lower the price of the pro plan to nineteen dollars.
Priya: I will change the pricing page tomorrow.
Elena: And we need a new video. Jonas, would you record the video by the end of the week?
Jonas: Yes, no problem.
Priya: What about the free trial? Thirty days seems long.
Elena: Let us keep the thirty days for now.
Jonas: Okay.
Elena: Nova, summarize what Jonas has to do.
Priya: Also, the signup form is broken on Firefox.
Jonas: I can look at that on Monday.
Elena: Perfect. Bye everyone.
`,
  decisions: [
    { words: ['nineteen dollars'], lines: [7] },
    { words: ['thirty days'], lines: [12] },
  ],
  tasks: [
    { owner: 'Priya Shah', words: ['pricing page'], due: '2026-03-04', lines: [8] },
    { owner: 'Jonas Lind', words: ['video'], due: '2026-03-06', lines: [10, 9] },
    { owner: 'Jonas Lind', words: ['signup form'], due: '2026-03-09', lines: [16] },
  ],
});

const museum = meetingOf({
  ...when,
  title: 'Spring exhibition',
  people: ['Clara Hoff', 'Hugo Reis', 'Mina Park'],
  persona: 'Atlas',
  said: `
Clara: Good afternoon. We are here to plan the spring exhibition.
Hugo: The paintings from Lisbon arrive on the second of April.
Clara: Is the insurance settled?
Mina: Not yet. The insurer wants a list of all the works.
Clara: Hugo, please send the list to the insurer by Monday.
Hugo: Okay, I will send it.
Mina: I propose to open on the ninth of April instead of the fifth.
Hugo: The ninth would give us more time. I am in favor.
Clara: I am in favor as well. Then the opening is on the ninth of April.
Mina: I need to print the posters. I will print five hundred posters next week.
Hugo: Five hundred is a lot.
Clara: How much does the catering cost?
Mina: Around two thousand euros.
Clara: That is within the budget. Atlas, what did we decide about the opening?
Hugo: One question is open. Who guards the paintings at night?
Clara: I will ask the security company on Wednesday.
Mina: Good. Goodbye.
`,
  decisions: [{ words: ['ninth of April'], lines: [9, 7] }],
  tasks: [
    { owner: 'Hugo Reis', words: ['list', 'insurer'], due: '2026-03-09', lines: [6, 5] },
    { owner: 'Mina Park', words: ['five hundred posters'], due: '2026-03-13', lines: [10] },
    { owner: 'Clara Hoff', words: ['security company'], due: '2026-03-04', lines: [16] },
  ],
});

const law = meetingOf({
  ...when,
  title: 'Open cases',
  people: ['Tom Reed', 'Grace Otieno', 'Henry Wu'],
  persona: 'Nova',
  said: `
Tom: Let us go through the open cases.
Grace: The Miller case goes to court on the twelfth of May.
Tom: Are the documents complete?
Grace: The witness statement is missing.
Tom: Grace, you will have to get the statement before the end of April.
Grace: I will visit the witness next Tuesday.
Henry: The client wants to settle for thirty thousand.
Tom: I do not think that we should settle.
Grace: I agree, we should not settle.
Henry: Fine. We do not settle then.
Tom: Right, we will not settle the Miller case.
Henry: I will inform the client this afternoon.
Tom: Next, the office printer. It is still broken.
Henry: Somebody should call the service.
Tom: Henry, can you take that?
Henry: Yes, I will call them today.
Tom: Nova, please send a mail to Grace about the witness.
`,
  decisions: [{ words: ['not settle'], lines: [11] }],
  tasks: [
    { owner: 'Grace Otieno', words: ['witness'], due: '2026-03-10', lines: [6] },
    { owner: 'Henry Wu', words: ['inform', 'client'], due: '2026-03-03', lines: [12] },
    { owner: 'Henry Wu', words: ['call', 'service'], due: '2026-03-03', lines: [16, 15] },
  ],
});

const choir = meetingOf({
  ...when,
  title: 'Choir board',
  people: ['Anna Kern', 'Bert Vos', 'Cora Diaz'],
  persona: 'Atlas',
  said: `
Anna: Nice to see you all. Two points today, the concert and the new piano.
Bert: The church is booked for the fifth of June.
Cora: But half of the tenors are away on the fifth.
Anna: What about the twelfth?
Bert: The church is free on the twelfth.
Cora: The twelfth works for everyone.
Anna: Then it is settled. The concert takes place on the twelfth of June.
Bert: I will tell the church office tomorrow.
Anna: Thank you Bert. Now the piano. The repair costs nine hundred euros.
Cora: A used one costs fifteen hundred.
Bert: I vote for the repair.
Cora: Me too.
Anna: All right, we have the piano repaired.
Cora: I will call the piano tuner by Friday.
Anna: Bert, would you collect the money from the members by the end of the month?
Bert: I will.
Anna: Wonderful. Atlas, when is the concert?
`,
  decisions: [
    { words: ['twelfth of June'], lines: [7] },
    { words: ['repair'], lines: [11] },
  ],
  tasks: [
    { owner: 'Bert Vos', words: ['church office'], due: '2026-03-04', lines: [8] },
    { owner: 'Cora Diaz', words: ['piano tuner'], due: '2026-03-06', lines: [14] },
    { owner: 'Bert Vos', words: ['collect', 'money'], due: '2026-03-31', lines: [16, 15] },
  ],
});

const it = meetingOf({
  ...when,
  title: 'Server migration',
  people: ['Leo Brandt', 'Zoe Hill', 'Raj Patel'],
  persona: 'Nova',
  said: `
Leo: Morning. Status of the server migration please.
Zoe: We moved eighty percent of the databases.
Raj: The backup job failed on Sunday.
Leo: Why did it fail?
Raj: The disk was full. I deleted old logs and it runs again.
Leo: Could you add an alert for the disk, Raj?
Raj: Yes, I will add an alert by tomorrow evening.
Zoe: For the rest of the migration I suggest the weekend of the fourteenth.
Leo: Any objections?
Raj: No objections.
Leo: Then we do the migration on the weekend of the fourteenth.
Zoe: I will write the announcement for the customers by Wednesday.
Leo: Should we keep the old servers for a month?
Zoe: Two weeks are enough.
Raj: Two weeks.
Leo: Okay, we keep the old servers for two weeks.
Raj: Nova, what is left of the migration?
Leo: Thanks, talk to you tomorrow.
`,
  decisions: [
    { words: ['migration', 'fourteenth'], lines: [11] },
    { words: ['two weeks'], lines: [16, 15] },
  ],
  tasks: [
    { owner: 'Raj Patel', words: ['alert', 'disk'], due: '2026-03-04', lines: [7, 6] },
    { owner: 'Zoe Hill', words: ['announcement'], due: '2026-03-04', lines: [12] },
  ],
});

export const clubMeetings = [clinic, school, factory, startup, museum, law, choir, it];
