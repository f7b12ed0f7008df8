import { describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { latestJob } from './testing/agent-job.ts';
import { answerProposal, proposeTo, sendProposal } from './testing/proposals.ts';
import { createTestWeb } from './testing/test-web.ts';

const database = await shareTestDatabase();

const said = 'the merger closes on friday';
const asked = 'fire the whole pelican department';
const name = 'Zebulon Quark';
const title = 'Redundancies in spring';
const email = 'zebulon@example.test';
const password = 'nineteen purple otters';

describe('the log of web, at its most talkative', () => {
  it('holds nothing that people said, typed or are called, and no secret', async () => {
    const lines: string[] = [];
    const logger = createLogger('web', 'trace', { write: (line) => void lines.push(line) });
    const web = createTestWeb(database, {}, logger);
    const { cookie } = await web.signIn(email);
    await web.request('POST', '/api/auth/sign-in', { body: { email, password } });
    const made = await web.request('POST', '/api/meetings', { body: { title }, headers: { cookie } });
    const { code, id } = (made.body as { meeting: { code: string; id: string } }).meeting;
    const host = await web.join(code, name, { cookie: `${cookie}; ${made.cookies}` });
    await web.request('POST', `/api/meetings/${id}/settings`, { body: { password }, token: host.apiToken });

    const job = latestJob(web, id);
    await job.heartbeat('listening');
    await job.send([job.line(1, { text: said, speakerName: name })]);
    // Lines that do not fit are set aside with a note in the log.
    await job.send([{ ...job.line(2, { text: said }), startMs: 'soon' }, { text: said }]);
    // What is proposed, answered, asked and looked for; some of it is refused.
    const proposed = await proposeTo(web, host, { arguments: { text: asked } });
    await answerProposal(web, host, proposed, { decision: 'edit', arguments: { text: '' } });
    await answerProposal(web, host, proposed, { decision: 'reject', reason: asked });
    await sendProposal(web, host, {
      tool: 'createTask',
      arguments: { text: asked, owner: name, due: asked },
    });
    await web.request('POST', `/api/agent/meetings/${id}/replies`, {
      body: { id: 'rpl_1', question: asked, text: asked },
      token: job.token,
    });
    await web.request('GET', `/api/agent/meetings/${id}/search?q=${asked}`, { token: job.token });
    await web.request('POST', `/api/meetings/${id}/assistant`, {
      body: { paused: true },
      token: host.apiToken,
    });
    await web.request('GET', `/api/meetings/${id}/transcript?after=${said}`, { token: host.apiToken });
    // A query that fails has everything in its parameters.
    await database.sql`alter table transcript_lines add constraint no_more check (seq < 3) not valid`;
    const failed = await job.send([job.line(3, { text: said, speakerName: name })]);
    await database.sql`alter table participants add constraint nobody check (name = '') not valid`;
    const broken = await web.request('POST', `/api/meetings/${code}/join`, {
      body: { name, email, consent: { noticeVersion: 3 } },
    });

    const log = lines.join('');
    expect([failed.status, broken.status]).toContain(500);
    expect(log).toContain('request failed');
    const secrets = [said, asked, name, title, email, password, host.apiToken, host.token, job.token];
    const cookieValue = cookie.split('=')[1] ?? '';
    expect(cookieValue.length).toBeGreaterThan(20);
    expect([...secrets, cookieValue].filter((text) => log.includes(text))).toEqual([]);
  });
});
