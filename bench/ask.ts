/** `npm run bench:ask -- FOLDER`: asks a recorded meeting questions, and says how often the answer cites the right line. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../db/database.ts';
import { findUserByEmail } from '../db/queries/accounts.ts';
import { becomeOwner } from '../e2e/rehearsal/account-client.ts';
import type { Caller } from '../e2e/rehearsal/caller.ts';
import { runCommand } from '../e2e/rehearsal/run-command.ts';
import { readAskEvents } from '../lib/read-ask-events.ts';
import { type LoadedMeeting, loadMeeting } from './ask/load-meeting.ts';
import { type AskedQuestion, readAskFolder } from './ask/read-ask-folder.ts';
import { type AskedAnswer, scoreAnswers } from './ask/score-answers.ts';

const usage =
  'usage: npm run bench:ask -- FOLDER, with timeline.json and questions.json; try e2e/fixtures/archive';
const email = 'owner@example.test';
/** Web limits how often one person asks. */
const tooOftenMs = 5_000;

await runCommand(async ({ signal, withInstance }) => {
  const [folder, ...rest] = process.argv.slice(2);
  if (folder === undefined || rest.length > 0) throw new Error(usage);
  const { timeline, questions } = await readAskFolder(folder);
  const answers = await withInstance({}, async (instance) => {
    const account = { name: 'Owner', email, timeZone: 'UTC' };
    const owner = await becomeOwner(instance.url, account);
    await using database = openDatabase(instance.env.DATABASE_URL ?? '');
    const ownerId = (await findUserByEmail(database.db, email))?.id ?? '';
    console.error(`  ${timeline.utterances.length} lines are stored and indexed ...`);
    const meeting = await loadMeeting(database, timeline, { owner, ownerId, signal });
    console.error(`  ${questions.length} questions are asked ...`);
    const found: AskedAnswer[] = [];
    for (const asked of questions) found.push(await ask(asked, { owner, meeting, signal }));
    return found;
  });
  const { lines, reached } = scoreAnswers(answers);
  for (const line of lines) console.log(line);
  return reached ? 0 : 1;
});

async function ask(
  asked: AskedQuestion,
  where: { owner: Caller; meeting: LoadedMeeting; signal: AbortSignal },
): Promise<AskedAnswer> {
  const { owner, meeting, signal } = where;
  const answer = await owner.stream(`/api/meetings/${meeting.id}/ask`, { question: asked.question });
  if (answer.status === 429) {
    await sleep(tooOftenMs, undefined, { signal });
    return ask(asked, where);
  }
  if (!answer.ok || !answer.body) throw new Error(`"${asked.question}" was answered ${answer.status}`);
  const cited = new Set<number>();
  let found = false;
  for await (const event of readAskEvents(answer.body)) {
    if (event.type === 'end' && event.problem !== null) throw new Error(event.problem);
    if (event.type !== 'statement') continue;
    found = true;
    for (const { line } of event.citations) cited.add(meeting.indexOf(line.seq) ?? -1);
  }
  return { asked, cited: [...cited], found };
}
