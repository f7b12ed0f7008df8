/** Looser talk: without punctuation, with second thoughts and asides. */
import { meetingOf } from './summary-meetings.ts';

const warehouse = meetingOf({
  title: 'Warehouse stand-up',
  startedAt: '2026-08-19T08:00:00-07:00',
  timeZone: 'America/Los_Angeles',
  people: ['Derek Shaw', 'Anita Patel', 'Carlos Mendez', 'June Park'],
  persona: 'Echo',
  said: `
Derek: morning all let's make it quick
Anita: yesterday i finished counting aisle four we are missing six pallets of paint
Derek: okay that's a lot can you check the delivery notes anita
Anita: yeah i'll check them this afternoon
Carlos: the forklift is making a strange noise again
June: it did that last month too
Derek: carlos please call the service company
Carlos: will do
Derek: and nobody uses it until it has been checked agreed
June: agreed
Anita: fine with me
June: i'm going to repaint the floor markings on friday if that's ok
Derek: sure go ahead
Carlos: i'd love to help but i'm off on friday
Derek: no worries
June: could you hand me that clipboard
Carlos: here you go
Derek: one more thing the safety training who hasn't done it yet
Carlos: me i'll do it by the end of the week
Derek: great thanks everyone have a safe shift
`,
  decisions: [{ words: ['nobody uses'], lines: [9] }],
  tasks: [
    { owner: 'Anita Patel', words: ['delivery notes'], due: '2026-08-19', lines: [4, 3] },
    { owner: 'Carlos Mendez', words: ['call', 'service company'], due: null, lines: [8, 7] },
    { owner: 'June Park', words: ['floor markings'], due: '2026-08-21', lines: [12] },
    { owner: 'Carlos Mendez', words: ['training'], due: '2026-08-21', lines: [19] },
  ],
});

const club = meetingOf({
  title: 'Board game club',
  startedAt: '2026-11-03T19:00:00+00:00',
  timeZone: 'Europe/London',
  people: ['Emily Watson', 'Raj Singh', 'Owen Price'],
  persona: 'Nova',
  said: `
Emily: Welcome back everybody. Is Owen here?
Owen: Yes, sorry, my microphone was off.
Emily: Good. So, the Christmas tournament. Raj suggested the twelfth of December.
Raj: Yes, but the hall is booked on the twelfth. I was told that on Sunday.
Owen: What about the nineteenth?
Emily: The nineteenth is fine for me.
Raj: For me as well.
Emily: Then let's fix the nineteenth of December.
Owen: I'll book the hall.
Raj: And I'll design the poster. You will have it by the end of November.
Emily: Lovely. Owen, how many people can we fit in?
Owen: Forty, I believe.
Emily: We charged five pounds last year. Should we keep that?
Raj: Let's raise it to seven.
Owen: Hmm, seven is too much for students.
Raj: Okay, six then?
Emily: Six pounds sounds fair.
Owen: Agreed.
Emily: Great, six pounds it is. Raj, would you be able to ask the café about snacks?
Raj: Actually, my brother works there. He'll ask them. I'll let you know what they say by Friday.
Owen: I could bring my coffee machine, ha ha.
Emily: If we had more money, I would buy new chairs.
Owen: I'll believe that when I see it.
Emily: Nova, please create a task for me to send the invitations.
Nova: I have asked Emily to approve it.
Emily: Thanks. Good night.
`,
  decisions: [
    { words: ['nineteenth of December'], lines: [8] },
    { words: ['six pounds'], lines: [19] },
  ],
  tasks: [
    { owner: 'Owen Price', words: ['book', 'hall'], due: null, lines: [9] },
    { owner: 'Raj Singh', words: ['poster'], due: '2026-11-30', lines: [10] },
    { owner: 'Raj Singh', words: ['let emily know'], due: '2026-11-06', lines: [20] },
  ],
});

const podcast = meetingOf({
  title: 'Podcast planning',
  startedAt: '2026-03-31T17:00:00+02:00',
  timeZone: 'Europe/Berlin',
  people: ['Mara Vogel', 'Finn Olsen'],
  persona: 'Nova',
  said: `
Mara: Hey Finn, did you listen to the last episode?
Finn: I did. The sound was a bit quiet in the second half.
Mara: Yes, I noticed that too. I'll buy a better microphone this weekend.
Finn: Good. Who do we invite next?
Mara: I was thinking of the astronaut from Bremen.
Finn: Oh, that would be amazing. Shall I write to her?
Mara: Yes, please do. Tell her we are flexible in May.
Finn: Okay. I will write to her tonight.
Mara: And we should finally start a newsletter.
Finn: I don't think we have time for that.
Mara: Fair enough. Forget the newsletter.
Finn: But I would like to publish every two weeks instead of every week.
Mara: I'm in. That takes off some pressure.
Finn: Then it's settled. We publish every two weeks from May on.
Mara: Can you update the description on the website?
Finn: I updated it this morning already.
Mara: Oh, great. Then I only have to change the logo.
Finn: I'll be on vacation from the tenth, so don't expect answers.
Mara: Enjoy it. I will miss you.
Finn: Ha, you won't.
`,
  decisions: [{ words: ['publish every two weeks'], lines: [14, 12] }],
  tasks: [
    { owner: 'Mara Vogel', words: ['microphone'], due: '2026-04-05', lines: [3] },
    { owner: 'Finn Olsen', words: ['write'], due: '2026-03-31', lines: [8] },
  ],
});

const bakery = meetingOf({
  title: 'bakery',
  startedAt: '2026-03-03T09:00:00+01:00',
  timeZone: 'Europe/Berlin',
  people: ['Marta Lindqvist', 'Tom Okafor', 'Priya Nair'],
  persona: 'Nova',
  said: `
Marta: Good morning. Can everyone hear me?
Tom: Yes, loud and clear.
Priya: Morning. I have ten minutes before the oven needs me.
Marta: Fine. First the new shop on Mill Street. Tom, where are we with the lease?
Tom: The landlord wants nine hundred and fifty a month. I think we should take it.
Priya: That's more than we said.
Marta: We said nine hundred at most.
Tom: He will come down if we sign for three years.
Marta: OK, let's go with three years then, if he comes down to nine hundred.
Priya: Works for me.
Tom: I'll call him this afternoon and tell him.
Marta: Great. Next, the oven. Priya, you said it burns the bottom of the rye.
Priya: Yes. Somebody needs to look at the thermostat.
Tom: I could ask my cousin, but he's away until May.
Marta: Then let's call the service. Priya, could you book them for next Wednesday?
Priya: Sure, I'll do that.
Marta: And what about the Easter orders? Should we open them on the fifteenth of March?
Tom: I'd rather wait.
Priya: If we opened on the fifteenth we'd have a week more.
Marta: All right, we will open the Easter orders on the fifteenth of March.
Tom: Fine by me.
Marta: Who writes the sign for the window?
Priya: Not me, my handwriting is awful.
Tom: Ha, I'll be back in prison before I do that.
Marta: Okay, I'll write it myself by Saturday.
Priya: Do we know yet how many croissants the hotel wants?
Tom: No idea. They didn't answer my mail.
Marta: Tom, please remind them tomorrow.
Tom: Will do.
Marta: Nova, what did we decide about the Easter orders?
Nova: It was decided: We will open the Easter orders on the fifteenth of March.
Marta: Thanks. That's all. See you on Friday.
Priya: Bye, I have to run.
`,
  decisions: [
    { words: ['three years'], lines: [9] },
    { words: ['call the service'], lines: [15] },
    { words: ['fifteenth of March'], lines: [20] },
  ],
  tasks: [
    { owner: 'Tom Okafor', words: ['call'], due: '2026-03-03', lines: [11] },
    { owner: 'Priya Nair', words: ['book'], due: '2026-03-11', lines: [16, 15] },
    { owner: 'Marta Lindqvist', words: ['write', 'sign'], due: '2026-03-07', lines: [25] },
    { owner: 'Tom Okafor', words: ['remind'], due: '2026-03-04', lines: [29, 28] },
  ],
});

const night = meetingOf({
  title: 'clinic',
  startedAt: '2026-03-03T09:00:00+01:00',
  timeZone: 'Europe/Berlin',
  people: ['Dr. Hana Sato', 'Lucas Meyer', 'Amina Diallo'],
  persona: 'Nova',
  said: `
Hana: let us start with the night shift
Lucas: we are two nurses short from the twentieth on
Hana: how do we fill that
Lucas: the agency can send one and i can take four nights myself
Hana: i don't want you to do that again. we'll take two from the agency
Amina: that costs about three thousand euros
Hana: agreed but it is what it is so two from the agency
Lucas: okay i'll send them the request today
Amina: the new ultrasound arrives on monday
Amina: somebody has to train people on it
Hana: can you do that amina
Amina: i can do the first group but not before the tenth
Hana: good so you train the first group on the tenth
Amina: yes
Hana: Lucas the hygiene report is still missing
Lucas: you'll have it on thursday
Hana: we had planned to move the pharmacy to the second floor
Lucas: i thought we decided against that
Hana: yes we dropped it. the pharmacy stays where it is
Amina: is the lift repaired
Lucas: they were here last week but i do not know
`,
  decisions: [
    { words: ['two from the agency'], lines: [5, 7] },
    { words: ['pharmacy', 'stays'], lines: [19] },
  ],
  tasks: [
    { owner: 'Lucas Meyer', words: ['request'], due: '2026-03-03', lines: [8] },
    { owner: 'Amina Diallo', words: ['train'], due: '2026-03-10', lines: [14, 13] },
    { owner: 'Lucas Meyer', words: ['hygiene report'], due: '2026-03-05', lines: [16, 15] },
  ],
});

export const looseMeetings = [warehouse, club, podcast, bakery, night];
