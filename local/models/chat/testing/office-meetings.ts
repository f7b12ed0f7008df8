/** Business as usual: budgets, prices, trials, tiles and contracts. */
import { meetingOf } from './summary-meetings.ts';

const marketing = meetingOf({
  title: 'Marketing sync',
  startedAt: '2026-04-14T11:00:00+02:00',
  timeZone: 'Europe/Madrid',
  people: ['Laura Gomez', 'Tim Becker', 'Sofia Rossi'],
  persona: 'Nova',
  said: `
Laura: Hi everyone, thanks for making time today.
Tim: Hi Laura.
Sofia: Hello from Rome.
Laura: Let's talk about the spring campaign first. Tim, how is the landing page coming along?
Tim: The design is finished, but the copy is still missing. I need it before I can publish anything.
Sofia: I can deliver the copy by Thursday.
Laura: Great. And after that, Tim, when can the page go live?
Tim: If I get the copy on Thursday, I will publish the page on Monday morning.
Laura: Perfect. Next, the budget. We have fifteen thousand euros left for this quarter.
Sofia: I think we should spend most of it on video ads.
Tim: I'm not convinced. Video ads did not work well last year.
Sofia: That is true. What about podcasts instead?
Laura: I like the podcast idea. Let's put eight thousand euros into podcasts.
Tim: Yes, that works for me.
Sofia: Sounds good.
Laura: Alright, so we will spend eight thousand euros on podcasts.
Tim: We also need somebody to contact the podcast agency.
Laura: Sofia, could you reach out to them this week?
Sofia: Of course, I'll call the agency tomorrow.
Laura: Nova, how much budget do we have left?
Nova: You said fifteen thousand euros are left for this quarter.
Laura: Thank you. One last thing, the trade fair in June. Are we going?
Tim: I don't know yet. It depends on the price of the booth.
Laura: Okay, let's decide that next time. Have a good day everyone.
`,
  decisions: [{ words: ['eight thousand', 'podcasts'], lines: [16, 13] }],
  tasks: [
    { owner: 'Sofia Rossi', words: ['deliver', 'copy'], due: '2026-04-16', lines: [6] },
    { owner: 'Tim Becker', words: ['publish', 'page'], due: '2026-04-20', lines: [8] },
    { owner: 'Sofia Rossi', words: ['agency'], due: '2026-04-15', lines: [19, 18] },
  ],
});

const trial = meetingOf({
  title: 'Clinic trial',
  startedAt: '2026-01-28T13:30:00+01:00',
  timeZone: 'Europe/Zurich',
  people: ['Dr. Nina Keller', 'Beat Frei', 'Sarah Lang'],
  persona: 'Nova',
  said: `
Nina: Thank you for coming. We have to talk about the delay in the trial.
Beat: We have recruited thirty seven of sixty patients so far.
Sarah: The hospital in Bern dropped out last week.
Nina: I know. Could we replace Bern with Lucerne?
Beat: Lucerne is interested. They asked for a meeting.
Nina: Good. Beat, please set up that meeting for next week.
Beat: Okay, I'll send them an invitation today.
Sarah: The ethics committee wants the amended protocol by the sixth of February.
Nina: Who can prepare the amendment?
Sarah: I can do that, but I need the statistics from Beat.
Beat: You'll have the statistics by Friday.
Sarah: Great, then I will submit the amendment on the fourth of February.
Nina: Very good. Do we extend the recruitment?
Beat: I'd suggest extending it until the end of May.
Sarah: I agree.
Nina: So we extend the recruitment until the end of May.
Beat: What happens with the samples in Bern?
Nina: I haven't thought about that. We have to clarify this with their lawyer.
Sarah: I can call the lawyer.
Nina: No need, I will call him myself on Monday.
Sarah: All right.
Nina: I think that was everything. Thank you.
`,
  decisions: [{ words: ['extend the recruitment', 'end of May'], lines: [16, 14] }],
  tasks: [
    { owner: 'Beat Frei', words: ['invitation'], due: '2026-01-28', lines: [7, 6] },
    { owner: 'Sarah Lang', words: ['amendment'], due: '2026-02-04', lines: [12] },
    { owner: 'Beat Frei', words: ['statistics'], due: '2026-01-30', lines: [11] },
    { owner: 'Dr. Nina Keller', words: ['call', 'lawyer'], due: '2026-02-02', lines: [20] },
    { owner: 'Sarah Lang', words: ['amendment'], due: null, lines: [10, 9] },
  ],
});

const roadmap = meetingOf({
  title: 'Product roadmap',
  startedAt: '2026-03-03T09:00:00+01:00',
  timeZone: 'Europe/Berlin',
  people: ['Daniel Reed', 'Mia Lopez', 'Sam Turner'],
  persona: 'Nova',
  said: `
Daniel: Welcome to the roadmap meeting. Today we need to decide on the pricing and the beta.
Mia: Hi Daniel. Hi Sam.
Sam: Hi all. I have the results of the customer survey.
Daniel: Great. What do they say?
Sam: Seventy eight percent of the customers want a mobile app, and only nine percent care about dark mode.
Mia: So dark mode can wait.
Daniel: Agreed, let's postpone dark mode until the autumn.
Sam: Makes sense to me.
Daniel: What about the pricing?
Mia: I would suggest nineteen euros a month for the basic plan.
Sam: I think nineteen is a bit low. Our costs went up by six percent.
Mia: Then maybe twenty two?
Daniel: Twenty two sounds fair. Let's go with twenty two euros.
Sam: Okay.
Daniel: Mia, could you update the pricing page before the end of the week?
Mia: Yes, I can update it by Thursday.
Daniel: Perfect. Sam, please send me the survey results after the meeting.
Sam: Sure, I'll send them right away.
Daniel: When do we start the beta?
Sam: The app will be ready on the twentieth of March.
Daniel: Okay, then the beta starts on the twenty third of March.
Mia: Good. I will write to the beta testers next Monday.
Daniel: Nova, what did we decide about the pricing?
Sam: By the way, I will be on vacation next week.
Daniel: Who will cover for you?
Sam: I haven't found anyone yet.
Mia: I could take over the support tickets.
Sam: That would be wonderful, thanks Mia.
Daniel: All right, that's it for today.
`,
  decisions: [
    { words: ['dark mode'], lines: [7] },
    { words: ['twenty two'], lines: [13] },
    { words: ['beta', 'twenty third of March'], lines: [21] },
  ],
  tasks: [
    { owner: 'Mia Lopez', words: ['update', 'pricing page'], due: '2026-03-05', lines: [16, 15] },
    { owner: 'Sam Turner', words: ['survey results'], due: null, lines: [18, 17] },
    { owner: 'Mia Lopez', words: ['beta testers'], due: '2026-03-09', lines: [22] },
    { owner: 'Mia Lopez', words: ['support tickets'], due: null, lines: [27] },
  ],
});

const kitchen = meetingOf({
  title: 'Kitchen renovation',
  startedAt: '2026-09-01T17:00:00+02:00',
  timeZone: 'Europe/Rome',
  people: ['Paola Conti', 'George Adams', 'Lin Zhao'],
  persona: 'Nova',
  said: `
Paola: Thanks for coming over. As you can see, the old cupboards are gone.
George: It looks much bigger already.
Lin: The electrician found a problem with the wiring behind the fridge.
Paola: Is it dangerous?
Lin: No, but it has to be replaced before we put in the new oven.
George: How much would that cost?
Lin: Around six hundred euros.
Paola: That's fine, we have to do it anyway. Lin, can you ask him to do it this week?
Lin: Yes, I will call him tonight.
George: The tiles are another question. Do you want the white ones or the green ones?
Paola: I love the green ones, but they are twice as expensive.
George: I would take the white ones to be honest.
Paola: Okay, you convinced me. We take the white tiles.
George: Good, then I will order them tomorrow. They need ten days for the delivery.
Lin: Don't forget the grout.
George: Right, I'll order that as well.
Paola: Could somebody measure the window again? I don't trust the plan.
George: I can do it on Thursday.
Lin: If I were you, I would replace the window too.
Paola: Let's see what is left of the budget at the end.
Lin: Fair enough.
Paola: And we will not move the sink. It is too complicated.
George: I'm glad to hear that.
Paola: Nova, add the plumber to the list please.
Lin: I need to go now. I will see you on Friday.
`,
  decisions: [
    { words: ['white tiles'], lines: [13] },
    { words: ['not move the sink'], lines: [22] },
  ],
  tasks: [
    { owner: 'Lin Zhao', words: ['him'], due: '2026-09-01', lines: [9, 8] },
    { owner: 'George Adams', words: ['order'], due: '2026-09-02', lines: [14] },
    { owner: 'George Adams', words: ['order', 'grout'], due: null, lines: [16, 15] },
    { owner: 'George Adams', words: ['measure', 'window'], due: '2026-09-03', lines: [18, 17] },
  ],
});

const legal = meetingOf({
  title: 'Legal team',
  startedAt: '2026-12-09T10:00:00+00:00',
  timeZone: 'Europe/London',
  people: ['Harriet Moss', 'Imran Khan', 'Zoe Blake'],
  persona: 'Ada',
  said: `
Harriet: Let's go through the open cases. First the Dawson contract.
Imran: They sent their comments on Friday. There are eleven changes, and most of them are harmless.
Zoe: Clause seven is not harmless. It would make us liable for delays of the suppliers.
Harriet: We can't accept that. I say we reject clause seven and accept the rest.
Imran: I'm fine with that.
Zoe: Me too.
Harriet: Good. Imran, you'll draft the answer?
Imran: Yes. I'll have a draft ready by tomorrow noon.
Harriet: Then the data protection audit. Zoe?
Zoe: The auditors are coming in January. I still need the list of processors from IT.
Harriet: Have you asked them?
Zoe: Twice. They keep saying next week.
Harriet: I'll talk to their manager on Friday.
Zoe: Thank you, that would help a lot.
Imran: Should we move the office party to January? Half of the people are away.
Zoe: I like that idea.
Harriet: Hmm, I would rather keep it in December. The room is paid for.
Imran: Okay, then we leave it.
Harriet: One last point. The trainee starts on the fourth of January. Who can show her around?
Zoe: I can, I'm in the office that day.
Harriet: Lovely. That's everything from my side.
Imran: I'll be off then. Bye.
`,
  decisions: [{ words: ['reject clause seven'], lines: [4] }],
  tasks: [
    { owner: 'Imran Khan', words: ['draft'], due: '2026-12-10', lines: [8, 7] },
    { owner: 'Harriet Moss', words: ['talk', 'manager'], due: '2026-12-11', lines: [13] },
    { owner: 'Zoe Blake', words: ['show'], due: null, lines: [20, 19] },
  ],
});

export const officeMeetings = [marketing, trial, roadmap, kitchen, legal];
