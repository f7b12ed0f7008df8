/** The page of a meeting that is over, in a browser: words and sound together, corrections, tasks and decisions. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { type KickoffPage, openKickoffPage } from './kickoff-page.ts';

/** Of `e2e/fixtures/kickoff`: "Good. Then I propose that we move the launch", and the line after it. */
const proposal = { line: '1.10', startMs: 40_750 };
const answer = { line: '1.11', startMs: 45_725 };
/** The recording began so long after the meeting. */
const recordedFromMs = 600;

let kickoff: KickoffPage;
let ana: Visitor;

/** Keeps hold of the page's audio element, which is in no document. */
function catchSound() {
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    Object.assign(window, { sound: this });
    return play.call(this);
  };
}

async function open(visitor: Visitor, search = '') {
  const [name = '', ...value] = kickoff.cookie.split('=');
  await visitor.page.context().addCookies([{ name, value: value.join('='), url: kickoff.url }]);
  await visitor.page.addInitScript(catchSound);
  await visitor.page.goto(`${kickoff.url}/meetings/${kickoff.meetingId}${search}`);
  await visitor.page.getByRole('heading', { name: 'Product kickoff' }).waitFor();
}

const lineOf = (page: Page, line: string) => page.locator(`[data-line="${line}"]`);

/** Opens one of the actions of a line, which show when it is pointed at. */
async function act(page: Page, line: string, label: RegExp) {
  await lineOf(page, line).hover();
  await lineOf(page, line).getByRole('button', { name: label }).click();
}

beforeAll(async () => {
  kickoff = await openKickoffPage();
  ana = await openVisitor();
  await open(ana);
});
afterAll(async () => {
  await ana?.[Symbol.asyncDispose]();
  await kickoff?.[Symbol.asyncDispose]();
});

describe('a citation', () => {
  it('leads to its line and plays that second', async () => {
    const { page } = ana;
    await page.getByText('only the refund bug in the payment screen is left').waitFor();
    const decisions = page.getByRole('region', { name: 'Decisions' });
    await decisions.getByRole('button', { name: 'Go to 0:40, Ana Ruiz' }).click();
    await page.locator('section[data-status="playing"]').waitFor();
    await page.locator(`[data-line="${proposal.line}"][data-highlighted]`).waitFor();
    const heardMs = await page.evaluate(
      () => (window as unknown as { sound: HTMLAudioElement }).sound.currentTime * 1_000,
    );
    const sinceMs = heardMs + recordedFromMs - proposal.startMs;
    expect(sinceMs).toBeGreaterThanOrEqual(-100);
    expect(sinceMs).toBeLessThan(3_000);
  });

  it('is followed by the transcript to within a tenth of a second of the sound', async () => {
    const { page } = ana;
    const atMs = await page.evaluate(
      (line) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const { sound } = window as unknown as { sound: HTMLAudioElement };
            if (document.querySelector(`[data-line="${line}"][data-current]`))
              resolve(sound.currentTime * 1_000);
            else requestAnimationFrame(look);
          };
          look();
        }),
      answer.line,
    );
    expect(Math.abs(atMs + recordedFromMs - answer.startMs)).toBeLessThan(100);
  });

  it('leaves the page where a person scrolls, until they want to follow again', async () => {
    const { page } = ana;
    await lineOf(page, answer.line).hover();
    await page.mouse.wheel(0, -300);
    await page.getByRole('button', { name: 'Follow' }).click();
    await page.getByRole('button', { name: 'Follow' }).waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.locator('section[data-status="paused"]').waitFor();
  });
});

describe('the transcript', () => {
  it('is searched, from place to place', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Search in this meeting' }).click();
    const field = page.getByRole('searchbox', { name: 'Search in this meeting' });
    await field.fill('SECOND WEEK');
    await page.getByText('1 of 3').waitFor();
    await field.press('Enter');
    await page.getByText('2 of 3').waitFor();
    await expect.poll(() => page.locator('mark').first().textContent()).toBe('second week');
    await field.press('Escape');
    await page.locator('mark').first().waitFor({ state: 'detached' });
  });

  it('shows what was heard live, too', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Go to 0:17', exact: true }).click();
    await lineOf(page, '1.5').getByText('three critical bugs').waitFor();
    await page.getByRole('radio', { name: 'As heard live' }).click();
    await lineOf(page, '1.5').getByText('three critical box').waitFor();
    await page.getByRole('radio', { name: 'As it counts' }).click();
  });

  it('is corrected, keeps what it said before, and offers what the recording says', async () => {
    const { page } = ana;
    await act(page, '1.5', /^Correct the words/);
    const field = page.getByRole('textbox', { name: 'Words of Ben Carter' });
    await field.fill('The new version is ready, with three critical bugs.');
    await field.press('Enter');
    await lineOf(page, '1.5').getByText('(corrected)').waitFor();
    await lineOf(page, '1.5').getByText('The recording says:').waitFor();
    await act(page, '1.5', /^Other wordings/);
    await lineOf(page, '1.5').getByText('three critical box').waitFor();
    await lineOf(page, '1.5')
      .getByText(/Ana Ruiz, Today/)
      .waitFor();
    await lineOf(page, '1.5').getByRole('button', { name: 'Close' }).click();
    await lineOf(page, '1.5').getByRole('button', { name: 'Use it' }).click();
    await lineOf(page, '1.5').getByText('but we still have three critical bugs').waitFor();
  });

  it('tells of somebody else’s correction before it is overwritten', async () => {
    const { page } = ana;
    await act(page, '1.7', /^Correct the words/);
    const path = `${kickoff.url}/api/meetings/${kickoff.meetingId}/lines/1.7`;
    const data = { text: 'Theirs.', seen: 'Right, the refund bug is the difficult one.' };
    const other = await page.context().request.put(path, { data, headers: { origin: kickoff.url } });
    expect(other.status()).toBe(200);
    const field = page.getByRole('textbox', { name: 'Words of Ben Carter' });
    await field.fill('Mine.');
    await field.press('Enter');
    await page.getByText('It says now: “Theirs.”').waitFor();
    await page.getByRole('button', { name: 'Save mine instead' }).click();
    await lineOf(page, '1.7').getByText('Mine.').waitFor();
  });

  it('names a speaker otherwise, everywhere', async () => {
    const { page } = ana;
    await act(page, '1.5', /^Change who spoke/);
    await page.getByLabel('Who spoke', { exact: true }).fill('Benjamin Carter');
    await page.getByLabel(/^Every line of Ben Carter/).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await lineOf(page, '1.7').getByText('Benjamin Carter').waitFor();
  });
});

describe('tasks and decisions', () => {
  it('are ticked, corrected, added, taken away and brought back', async () => {
    const { page } = ana;
    const tasks = page.getByRole('region', { name: 'Tasks' });
    await tasks.getByRole('checkbox', { name: 'Fix the refund bug' }).click();
    await page.getByText('Done: Fix the refund bug').waitFor();
    await tasks.getByRole('button', { name: 'Correct: Prepare the security report' }).click();
    await tasks.getByLabel('Who does it').fill('Ana Ruiz');
    await tasks.getByRole('button', { name: 'Save' }).click();
    await tasks.getByText('You').waitFor();
    await tasks.getByRole('button', { name: 'Add' }).click();
    await tasks.getByLabel('Task', { exact: true }).fill('Hire two people');
    await tasks.getByRole('button', { name: 'Add', exact: true }).last().click();
    await tasks.getByRole('checkbox', { name: 'Hire two people' }).waitFor();

    const decisions = page.getByRole('region', { name: 'Decisions' });
    await decisions.getByRole('button', { name: /^Remove: The launch/ }).click();
    await decisions.getByText('Removed (1)').click();
    await decisions.getByRole('button', { name: /^Bring back/ }).click();
    await decisions.getByRole('button', { name: /^Correct: The launch/ }).waitFor();
  });
});

describe('the page', () => {
  it('opens at the line of its address', async () => {
    await using phone = await openVisitor({ width: 360, height: 740 });
    await open(phone, '?line=1.10');
    await phone.page.locator('[data-line="1.10"][data-highlighted]').waitFor();
    await expect
      .poll(() => phone.page.getByRole('slider').getAttribute('aria-valuetext'))
      .toBe('0:40 of 1:49');
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('goes to a line by a link on the page itself, and plays it', async () => {
    const { page } = ana;
    await page.evaluate((line) => history.pushState(null, '', `?line=${line}`), '1.18');
    await page.locator('[data-line="1.18"][data-highlighted]').waitFor();
    await page.locator('section[data-status="playing"]').waitFor();
    await page.keyboard.press('k');
  });

  it('says in figures and in a picture how it was talked', async () => {
    const { page } = ana;
    await page.getByRole('tab', { name: 'Insights' }).click();
    const row = page.getByRole('row', { name: /^Ana Ruiz/ });
    await row.getByRole('cell').first().waitFor();
    await expect.poll(() => row.getByRole('cell').allTextContents()).toHaveLength(6);
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana], /status of 409/)).toEqual([]);
  });
});
