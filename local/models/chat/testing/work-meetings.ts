/** Work of all kinds, and a round in which nothing is decided or promised that only sounds so. */
import { meetingOf } from './summary-meetings.ts';

const ward = meetingOf({
  title: 'Ward handover',
  startedAt: '2026-05-11T07:30:00+01:00',
  timeZone: 'Europe/London',
  people: ['Amara Obi', 'Stefan Roth', 'Lucy Hart'],
  persona: 'Iris',
  said: `
Amara: Good morning. Let us start with the beds.
Stefan: We have two free beds on the third floor and none on the second.
Lucy: If we moved the recovery patients down we would have four, but that is not possible this week.
Amara: Okay. What about the infusion pumps?
Stefan: Five of them have expired batteries. I will order new batteries today.
Lucy: Thanks Stefan. By the way, I will be ten minutes late tomorrow.
Amara: No problem. Lucy, could you update the medication list for room twelve until Wednesday?
Lucy: Sure, I can do that.
Amara: The pharmacy wants us to switch to the new painkiller protocol.
Stefan: I suggest that we start with the new protocol on the first of June.
Lucy: That sounds reasonable.
Amara: Good, then it is agreed, we start the new protocol on the first of June.
Stefan: I could also train the night shift, if nobody else wants to.
Lucy: That would be great, thank you.
Amara: Who is going to talk to the families about the visiting hours?
Lucy: I'll do that by Friday.
Amara: Iris, please remind me about the budget tomorrow.
Stefan: The lift was out of service for six hours on Sunday.
Amara: Is the lift working again?
Stefan: I am not sure. I have not used it today.
Amara: Fine. Thank you both, I will see you at lunch.
`,
  decisions: [{ words: ['new protocol', 'first of June'], lines: [12] }],
  tasks: [
    { owner: 'Stefan Roth', words: ['order', 'batteries'], due: '2026-05-11', lines: [5] },
    { owner: 'Lucy Hart', words: ['medication list'], due: '2026-05-13', lines: [8, 7] },
    { owner: 'Stefan Roth', words: ['train', 'night shift'], due: null, lines: [13] },
    { owner: 'Lucy Hart', words: ['families', 'visiting hours'], due: '2026-05-15', lines: [16, 15] },
  ],
});

const site = meetingOf({
  title: 'Site meeting',
  startedAt: '2026-09-17T10:00:00+02:00',
  timeZone: 'Europe/Vienna',
  people: ['Jonas Berg', 'Mira Kovac', 'Peter Walsh', 'Olivia Stone'],
  persona: 'Nova',
  said: `
Jonas: Right, let's get going. Mira, how far are the foundations?
Mira: The east side is done. The west side needs another three days because of the rain.
Peter: I told you it would rain.
Jonas: Very funny. Can you see the plan on the screen, Olivia?
Olivia: Yes, I can see it.
Jonas: The crane is rented until the end of the month. Should we extend it?
Mira: I would propose to extend it by two weeks.
Olivia: That costs four thousand euros. I do not think we need it.
Jonas: True, that is too expensive. We keep the crane until the end of the month and no longer.
Mira: Okay, then my team has to work on Saturday.
Peter: The windows. The supplier said he will deliver them on the second of October.
Jonas: Peter, please call the supplier and ask whether he can come a week earlier.
Peter: Will do. I will call him this afternoon.
Olivia: We still need the permit for the scaffolding.
Jonas: Olivia, can you take care of that?
Olivia: Yes. I will send the application to the city before
Olivia: next Wednesday.
Mira: What about the colour of the facade?
Jonas: The client prefers grey. So we are going with the light grey.
Peter: Good choice.
Mira: If the rain does not stop, I will build a boat.
Jonas: Ha ha. Who checks the drainage?
Mira: I can do it tomorrow morning.
Jonas: Perfect. Nova, what is the deadline for the windows?
Jonas: Then we meet again next Thursday at ten.
Peter: Fine with me.
Olivia: See you then.
`,
  decisions: [
    { words: ['crane', 'end of the month'], lines: [9] },
    { words: ['light grey'], lines: [19] },
    { words: ['meet again', 'Thursday'], lines: [25] },
  ],
  tasks: [
    { owner: 'Peter Walsh', words: ['call', 'supplier'], due: '2026-09-17', lines: [13, 12] },
    { owner: 'Olivia Stone', words: ['application'], due: '2026-09-23', lines: [16, 17] },
    { owner: 'Mira Kovac', words: ['drainage'], due: '2026-09-18', lines: [23, 22] },
  ],
});

const staffRoom = meetingOf({
  title: 'Staff room',
  startedAt: '2026-02-05T15:15:00-05:00',
  timeZone: 'America/New_York',
  people: ['Helen Park', 'Miguel Torres', 'Fatima Said'],
  persona: 'Nova',
  said: `
Helen: Thanks everybody for staying a bit longer.
Helen: First the science fair.
Miguel: Last year we decided to hold it in the gym, and it was far too loud.
Fatima: What if we used the library this time
Miguel: The library only has room for thirty tables.
Fatima: Right, that is not enough. Then how about the cafeteria?
Helen: The cafeteria works for me.
Miguel: Me too. Let us do it in the cafeteria.
Helen: Okay, the cafeteria it is. Miguel, would you mind asking the janitor for the keys?
Miguel: Not at all, I'll ask him on Monday.
Fatima: Somebody has to write to the parents as well.
Helen: I'll take that. They will have the letter by next Friday.
Miguel: Don't forget that the eighth grade is on a trip that week.
Helen: Good point. I'll keep that in mind.
Fatima: Can we talk about the new grading software? It crashed twice yesterday.
Miguel: I would rather go back to paper, to be honest.
Helen: No, we will not go back to paper. The district decided that.
Fatima: Then I will report the crashes to the help desk, and I will also ask for a training.
Helen: Great, thank you Fatima.
Miguel: Do we know when the new laptops arrive?
Helen: No, nobody knows. The principal said that she would find out.
Fatima: Could you say that again? The bell was ringing.
Helen: The principal wants to find out when they come.
Miguel: Let me check my calendar. I will have to leave at four.
Helen: That is all. Have a nice weekend.
`,
  decisions: [{ words: ['cafeteria'], lines: [9, 8, 6] }],
  tasks: [
    { owner: 'Miguel Torres', words: ['ask', 'janitor', 'keys'], due: '2026-02-09', lines: [10, 9] },
    { owner: 'Helen Park', words: ['parents'], due: '2026-02-13', lines: [12, 11] },
    { owner: 'Fatima Said', words: ['crashes', 'help desk'], due: null, lines: [18] },
    { owner: 'Fatima Said', words: ['training'], due: null, lines: [18] },
  ],
});

const bikeShop = meetingOf({
  title: 'Bike shop weekly',
  startedAt: '2026-06-15T18:00:00+02:00',
  timeZone: 'Europe/Paris',
  people: ['Noa Levi', 'Hugo Blanc', 'Tess Moreau'],
  persona: 'Max',
  said: `
Noa: so the numbers first we sold forty two bikes in may
Hugo: That's eleven more than last year.
Tess: The electric ones go best. We should order more of the city model.
Noa: I agree. How many?
Tess: Twenty.
Hugo: Twenty is too many. We have no room in the cellar.
Noa: Then fifteen. Does everyone agree?
Hugo: Yes.
Tess: Yes, fifteen is fine.
Noa: Good. Tess, you place the order, please.
Tess: Okay, I will place the order tomorrow.
Hugo: We need someone for the repairs in July because I am on holiday.
Noa: I will ask my cousin. He would kill me if I did not.
Tess: Is he any good?
Noa: He repaired bikes for ten years.
Hugo: The rent goes up by six percent in the autumn.
Noa: I know. I talked to the landlord and he said he will think about it.
Tess: Should we close on Mondays?
Hugo: I am against it. Monday is a good day.
Noa: Okay, we leave it as it is.
Noa: Max, can you send the notes to everyone?
Hugo: And the website still shows the winter hours. Can somebody change that?
Tess: I am on it.
Hugo: By when?
Tess: By Thursday.
Noa: Super. See you on Monday.
`,
  decisions: [
    { words: ['order', 'city model'], lines: [3] },
    { words: ['fifteen'], lines: [7] },
  ],
  tasks: [
    { owner: 'Tess Moreau', words: ['order'], due: '2026-06-16', lines: [11, 10] },
    { owner: 'Noa Levi', words: ['ask', 'cousin'], due: null, lines: [13] },
    { owner: 'Tess Moreau', words: ['change', 'website'], due: '2026-06-18', lines: [23, 22] },
  ],
});

const release = meetingOf({
  title: 'Release planning',
  startedAt: '2026-10-21T14:00:00+01:00',
  timeZone: 'Europe/Lisbon',
  people: ['Rui Costa', 'Dana Fisher', 'Kenji Mori', 'Eva Lund'],
  persona: 'Nova',
  said: `
Rui: Okay everyone, let's begin. Dana, where are we with the login service?
Dana: I finished the migration yesterday. The error rate went down to zero point two percent.
Kenji: Nice work.
Rui: What is left before the release?
Dana: Only the load test. I was going to run it last week, but the staging server was down.
Kenji: The staging server is back now. I'll give you access after this meeting.
Dana: Great, then I'll run the load test on Friday.
Rui: Kenji, could you write the release notes?
Kenji: I'm sorry, I am swamped this week.
Eva: I can write them. When do you need them?
Rui: By the end of next week.
Eva: All right, no problem.
Rui: We have not decided about the date yet. I would say we release on the third of November.
Eva: Is that not too soon?
Dana: It is fine if the load test goes well.
Kenji: Works for me too.
Eva: Okay, then I am fine with it.
Rui: Then we release on the third of November.
Kenji: Should we drop support for the old tablets?
Dana: We would lose about four hundred users.
Rui: Let's not do that now. We will look at it again in January.
Eva: One more thing. Marketing asked if we could have a demo account.
Rui: I think Kenji can set that up.
Kenji: Yeah, I will set up a demo account by Tuesday.
Dana: I hope I will not break it again.
Rui: Nova, schedule a review for the second of November at three.
Eva: Thank you Nova.
Rui: To sum up, Dana runs the load test on Friday, Eva writes the release notes and Kenji sets up the demo account.
Rui: Thanks everyone, bye.
`,
  decisions: [{ words: ['release', 'third of November'], lines: [18, 13] }],
  tasks: [
    { owner: 'Kenji Mori', words: ['access'], due: '2026-10-21', lines: [6] },
    { owner: 'Dana Fisher', words: ['load test'], due: '2026-10-23', lines: [7] },
    { owner: 'Eva Lund', words: ['release notes'], due: '2026-10-30', lines: [10] },
    { owner: 'Kenji Mori', words: ['demo account'], due: '2026-10-27', lines: [24] },
  ],
});

const banter = meetingOf({
  title: 'Friday round',
  startedAt: '2026-07-10T16:00:00+00:00',
  timeZone: 'UTC',
  people: ['Gil Adler', 'Joy Bennett', 'Will Marsh'],
  persona: 'Nova',
  said: `
Gil: Hello. I'll be quick, I promise.
Joy: I will be late on Monday, the train is on strike.
Will: I'll be back in a second.
Gil: If we moved the office to the beach, I would never take a holiday again.
Joy: Let us do it. Agreed.
Gil: Just kidding, of course.
Will: I am back. Can you hear me?
Gil: Yes, we can hear you.
Joy: My sister told me that I will regret this.
Gil: How about a barbecue next Friday?
Will: I do not like barbecues.
Gil: All right, never mind.
Joy: We could have bought the building in March.
Will: I'd have done it.
Gil: Will you be here tomorrow, Joy?
Joy: No, I will stay at home.
Will: Somebody should clean the fridge one day.
Gil: I'll think about it.
Joy: Could you pass me the milk?
Will: Sure.
Gil: I will eat my hat if they sign the contract this year.
Joy: Ben said he will send the offer on Tuesday.
Gil: I can't believe it. Thank you all, I'll see you next week.
`,
  decisions: [],
  tasks: [],
});

export const workMeetings = [ward, site, staffRoom, bikeShop, release, banter];
