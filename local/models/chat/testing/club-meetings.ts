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

const bakery = meetingOf({
  ...when,
  title: 'Bakery month',
  people: ['Lucy Frost', 'Marco Conti', 'Dev Rao'],
  persona: 'Nova',
  said: `
Lucy: Morning all, this is our monthly meeting for the bakery.
Marco: Morning.
Dev: Hi Lucy, hi Marco.
Lucy: Sales of rye bread dropped by fifteen percent last month.
Marco: I think people buy more sourdough now.
Dev: What if we stop baking rye on Mondays and Tuesdays?
Lucy: I like that.
Marco: Yeah, sounds good to me.
Lucy: Okay, so no rye on Mondays and Tuesdays from now on.
Dev: The oven on the left needs a new thermostat.
Lucy: Marco, could I ask you to order one?
Marco: Of course. I'll order it this afternoon.
Dev: And I still have to do the hygiene training.
Lucy: Please do it by the end of the month, Dev.
Dev: Will do.
Marco: What about the Christmas opening hours?
Lucy: Let's discuss that in November.
Lucy: Nova, what did we say about the rye bread?
Dev: By the way, two customers asked for gluten free rolls.
Lucy: Interesting. Thanks everyone, back to work.
`,
  decisions: [{ words: ['rye', 'Mondays and Tuesdays'], lines: [6, 9] }],
  tasks: [
    { owner: 'Marco Conti', words: ['thermostat'], due: '2026-03-03', lines: [12, 11] },
    { owner: 'Dev Rao', words: ['hygiene training'], due: '2026-03-31', lines: [15, 14] },
  ],
});

const hiking = meetingOf({
  ...when,
  title: 'Hut weekend',
  people: ['Greta Holm', 'Paul Adler', 'Ines Rocha'],
  persona: 'Nova',
  said: `
Greta: So, the hut weekend. Hello Paul, hello Ines.
Paul: Hello!
Ines: Hi there.
Greta: We have two options, the hut near the lake or the one on the ridge.
Paul: The ridge is steep, and my knee still hurts.
Ines: Then the lake.
Greta: The lake is fine with me.
Paul: Perfect, the lake it is.
Greta: Who books it?
Ines: I can book it tonight.
Greta: Thanks. How many beds do we need?
Paul: Nine, I believe.
Greta: I will send everyone a packing list by Sunday.
Paul: Should I bring the big stove?
Ines: Yes please.
Paul: Okay, I'll bring the stove.
Greta: Train or cars?
Ines: I would say train. It is cheaper with the group ticket.
Paul: Agreed, train.
Greta: Great. Nova, please remind us on Friday.
`,
  decisions: [
    { words: ['lake'], lines: [8] },
    { words: ['train'], lines: [19, 18] },
  ],
  tasks: [
    { owner: 'Ines Rocha', words: ['book'], due: '2026-03-03', lines: [10, 9] },
    { owner: 'Greta Holm', words: ['packing list'], due: '2026-03-08', lines: [13] },
    { owner: 'Paul Adler', words: ['stove'], due: null, lines: [14] },
  ],
});

const research = meetingOf({
  ...when,
  title: 'Paper revision',
  people: ['Iris Blom', 'Noah Klein', 'Tariq Aziz'],
  persona: 'Atlas',
  said: `
Iris: Thanks for joining. Let us look at the paper.
Noah: The reviewers want two more experiments.
Tariq: One of them is impossible with our hardware.
Iris: Then we do only the second one and explain why.
Noah: I agree.
Tariq: Same here.
Iris: Noah, when could you have the experiment done?
Noah: By the twentieth of March, I think.
Iris: Good. Tariq, you write the answer to the reviewers, please.
Tariq: Yes. I need about a week. You will have it by next Wednesday.
Iris: Then the title. I am not happy with it.
Noah: We could call it Listening Machines.
Tariq: Too vague, I think.
Iris: Let's leave the title as it is.
Noah: Fine.
Iris: I will upload the final version on the thirtieth of March.
Tariq: Who pays the publication fee?
Iris: I have to check that with the faculty.
Iris: Atlas, when is the answer due?
`,
  decisions: [
    { words: ['only the second'], lines: [4] },
    { words: ['title'], lines: [14] },
  ],
  tasks: [
    { owner: 'Noah Klein', words: ['experiment'], due: '2026-03-20', lines: [8, 7] },
    { owner: 'Tariq Aziz', words: ['answer', 'reviewers'], due: '2026-03-11', lines: [10, 9] },
    { owner: 'Iris Blom', words: ['upload'], due: '2026-03-30', lines: [16] },
    { owner: 'Iris Blom', words: ['check', 'fee', 'faculty'], due: null, lines: [18] },
  ],
});

const podcast = meetingOf({
  ...when,
  title: 'Episode planning',
  people: ['Kim Lowe', 'Joel Marsh', 'Bea Nunes'],
  persona: 'Nova',
  said: `
Kim: Alright, episode planning.
Joel: I have three ideas.
Bea: Go ahead.
Joel: Solar power, night trains and cheese.
Kim: Night trains sounds great.
Bea: I'd go for night trains as well.
Joel: Okay, night trains then.
Kim: Who can we interview?
Bea: I know someone at the railway. I'll write to her today.
Kim: Joel, would you mind researching the history until Thursday?
Joel: Not at all.
Kim: And I edit the cheese episode over the weekend.
Bea: What about the new microphone?
Joel: It costs two hundred and forty dollars.
Kim: That's okay. Let's buy it.
Bea: Great, I'll order it.
Kim: We record on the tenth at four o'clock.
Joel: Nova, put the recording into the calendar.
Kim: Perfect, see you then.
`,
  decisions: [
    { words: ['night trains'], lines: [6, 7] },
    { words: ['new microphone'], lines: [15] },
  ],
  tasks: [
    { owner: 'Bea Nunes', words: ['write'], due: '2026-03-03', lines: [9] },
    { owner: 'Joel Marsh', words: ['history'], due: '2026-03-05', lines: [11, 10] },
    { owner: 'Kim Lowe', words: ['cheese episode'], due: '2026-03-08', lines: [12] },
    { owner: 'Bea Nunes', words: ['order', 'microphone'], due: null, lines: [16] },
  ],
});

const hospital = meetingOf({
  ...when,
  title: 'Night shifts',
  people: ['Nora Beck', 'Eli Stone', 'Sana Malik'],
  persona: 'Atlas',
  said: `
Nora: Let us begin with the night shifts.
Eli: We are two nurses short in April.
Sana: The agency can send one from the sixth.
Nora: Good, we take her.
Eli: And the other position?
Sana: I could extend my contract to eighty percent.
Nora: That would help a lot.
Sana: Okay, I will talk to human resources tomorrow.
Nora: Eli, please update the roster by Monday.
Eli: Sure.
Nora: The new infusion pumps arrive next week. Somebody has to train the team.
Eli: I did the course. I can run the training on the eighteenth.
Nora: Excellent. We decided last time to buy ten pumps, but only eight fit the budget.
Sana: Eight are enough.
Nora: Fine, then we buy eight.
Eli: Is the defibrillator on ward two repaired?
Nora: I do not know. I will ask the technician.
Sana: I am worried about the heating.
Nora: Atlas, how many pumps do we buy?
`,
  decisions: [{ words: ['eight'], lines: [15] }],
  tasks: [
    { owner: 'Sana Malik', words: ['contract'], due: null, lines: [6] },
    { owner: 'Sana Malik', words: ['human resources'], due: '2026-03-04', lines: [8] },
    { owner: 'Eli Stone', words: ['roster'], due: '2026-03-09', lines: [10, 9] },
    { owner: 'Eli Stone', words: ['training'], due: '2026-03-18', lines: [12] },
    { owner: 'Nora Beck', words: ['technician'], due: null, lines: [17] },
  ],
});

const game = meetingOf({
  ...when,
  title: 'Release talk',
  people: ['Max Ober', 'Yuki Mori', 'Ola Berg'],
  persona: 'Nova',
  said: `
Max: Ok let's talk about the release.
Yuki: The tutorial still crashes on older phones.
Ola: I know, I found the cause yesterday.
Max: How long do you need to fix it?
Ola: Two days. I'll have the fix ready on Thursday.
Max: Cool. Yuki, the trailer?
Yuki: It is half done. I am going to finish it by Friday evening.
Max: We planned the release for the twelfth.
Ola: That is too early. I would rather take the nineteenth.
Yuki: Yes, the nineteenth is safer.
Max: You are right. We release on the nineteenth then.
Ola: Do we support tablets?
Max: Not in the first version.
Yuki: Okay.
Max: I'll talk to the store people about the date.
Ola: One more thing, the music license ends in May.
Yuki: I can renew it.
Max: Great, do that please.
Max: Nova, what are my tasks?
`,
  decisions: [{ words: ['nineteenth'], lines: [11] }],
  tasks: [
    { owner: 'Ola Berg', words: ['fix'], due: '2026-03-05', lines: [5] },
    { owner: 'Yuki Mori', words: ['trailer'], due: '2026-03-06', lines: [7] },
    { owner: 'Max Ober', words: ['store people'], due: null, lines: [15] },
    { owner: 'Yuki Mori', words: ['music license'], due: null, lines: [17] },
  ],
});

const church = meetingOf({
  ...when,
  title: 'New chairs',
  people: ['Edith Moor', 'Karl Jung', 'Rosa Lima'],
  persona: 'Atlas',
  said: `
Edith: Welcome. We have to decide about the new chairs.
Karl: The blue ones are sixty euros each.
Rosa: The wooden ones look nicer, but they cost ninety.
Edith: We need one hundred and twenty chairs.
Karl: With the wooden ones we are above the budget.
Rosa: That is true. Then I am for the blue ones.
Edith: Karl?
Karl: Blue.
Edith: Good, then we order one hundred and twenty blue chairs.
Karl: I can place the order on Monday.
Edith: Please do.
Rosa: The youth group would like to use the hall on Wednesdays.
Edith: No objection from my side.
Karl: None from me either.
Edith: So the youth group gets the hall on Wednesdays.
Rosa: I will tell them this evening.
Edith: Rosa, can you also print the new key list before Sunday?
Rosa: I am away until Saturday, sorry.
Karl: I can print it.
Edith: Thank you, Karl. Atlas, who prints the key list?
`,
  decisions: [
    { words: ['blue chairs'], lines: [9] },
    { words: ['youth group', 'Wednesdays'], lines: [15] },
  ],
  tasks: [
    { owner: 'Karl Jung', words: ['order'], due: '2026-03-09', lines: [10] },
    { owner: 'Rosa Lima', words: ['tell'], due: '2026-03-03', lines: [16] },
    { owner: 'Karl Jung', words: ['key list'], due: '2026-03-08', lines: [19, 17] },
  ],
});

export const clubMeetings = [
  clinic,
  school,
  factory,
  startup,
  museum,
  law,
  choir,
  it,
  bakery,
  hiking,
  research,
  podcast,
  hospital,
  game,
  church,
];
