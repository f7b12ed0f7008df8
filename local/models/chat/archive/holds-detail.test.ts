import { describe, expect, it } from 'vitest';
import { readLines } from '../answers/read-lines.ts';
import { termsOf } from '../answers/terms.ts';
import { holdsDetail } from './holds-detail.ts';
import { readDetail } from './read-detail.ts';
import { tellingWords } from './telling-words.ts';

const kin = [['customers', 'people']];

/** The last line as an answer to the question; lines are `Name: text`. */
function holds(question: string, ...lines: string[]): boolean {
  const read = readLines(
    lines.map((line, seq) => {
      const [speaker = '', text = ''] = line.split(': ');
      return { epoch: 1, seq, atMs: seq * 4_000, speaker, text };
    }),
    '',
  );
  const line = read.at(-1);
  if (!line) throw new Error('no line');
  return holdsDetail(line, read.at(-2), {
    detail: readDetail(question),
    words: tellingWords(question),
    terms: termsOf(question),
    likeness: (a, b) => (kin.some((pair) => pair.includes(a) && pair.includes(b)) ? 0.6 : 0),
  });
}

describe(holdsDetail, () => {
  it.each([
    ['Who is the landlord?', 'Ana: It belongs to Mister Brandt.'],
    ['Who cancels the hall?', 'Ana: I can do that.'],
    ['Who runs the camera?', 'Ana: The police would run it, not us.'],
    ['Who pays for it?', 'Ana: It is paid by the city.'],
    ['Who writes to Maria?', 'Ana: Ben, could you write to her?'],
    ['When do they come?', 'Ana: In the second week of April.'],
    ['When is it?', 'Ana: At half past nine.'],
    ['What does it cost?', 'Ana: Eighty five euros each.'],
    ['What does the depot cost?', 'Ana: That is about ninety one thousand a year.'],
    ['What do students pay?', 'Ana: They come in for free.'],
    ['How many bikes were stolen?', 'Ana: We lost thirty seven bikes.'],
    ['How many customers would leave?', 'Ana: I think of fifty people.'],
    ['How many customers would leave?', 'Ana: My guess is eight percent.'],
    ['How many points are there?', 'Ana: How many points does it have?', 'Ben: Twenty four.'],
    ['How long does it take?', 'Ana: Two seconds instead of nine.'],
    ['How often do we meet?', 'Ana: Every Tuesday.'],
    ['How old is the door?', 'Ana: That door is from 1874.'],
    ['Where do we meet?', 'Ana: In the reading room.'],
    ['What colour is the van?', 'Ana: We made it blue after all.'],
    ['What is the phone number of the plumber?', 'Ana: Call 030 5550 1234.'],
    ['Which company looks at the roof?', 'Ana: A roofer from Bergmann and Sons.'],
    ['What did Ben say about the bus?', 'Ben: It is too late.'],
    ['What did the mechanics say?', 'Ana: The mechanics complain about the menu.'],
    ['What did the city say?', 'Ana: I met the city on Thursday.', 'Ana: They want us to clear it.'],
    ['Why is it late?', 'Ana: It rained.'],
  ])('is so for "%s" and "%s"', (question, ...lines) => {
    expect(holds(question, ...lines)).toBe(true);
  });

  it.each([
    ['Who is the landlord of the hall in Altona?', 'Ana: I can do that. We are out by the end of May.'],
    ['Who is the headmaster of the school?', 'Ana: The school in Barmbek would take them.'],
    ['Who drives the van?', 'Ana: I would not want to send it there.'],
    ['When does the shop open?', 'Ana: It is next to the station.'],
    ['When did they repair the roof?', 'Ana: Did they not repair it in autumn?'],
    ['What does the camera cost?', 'Ana: There would be a camera behind the post office.'],
    ['What do the helmets cost?', 'Ana: They asked for forty.'],
    ['How many people work there?', 'Ana: We have sixty bikes on the street and forty in the workshop.'],
    ['How many vans are there?', 'Ana: How many points does it have?', 'Ben: Twenty four.'],
    ['How old is the hall?', 'Ana: The notice period is three months.'],
    ['What is the weight of a bike?', 'Ana: There are only ninety of them.'],
    ['Where do we meet?', 'Ana: On Monday.'],
    ['What colour are the locks?', 'Ana: I will order ninety locks.'],
    ['What is the phone number of Ben?', 'Ana: I met Ben on Thursday.'],
    ['Which lawyer checks the letter?', 'Ana: I want our lawyer to look at it.'],
    ['What did the lawyer say?', 'Ana: I want our lawyer to look at it.'],
    ['What did the riders say?', 'Ana: The supplier is new.', 'Ana: They admitted it.'],
  ])('is not so for "%s" and "%s"', (question, ...lines) => {
    expect(holds(question, ...lines)).toBe(false);
  });
});
