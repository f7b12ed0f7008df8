/** Browsers' memories of the people of a workspace. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Person } from './visits.ts';
import type { Workspace } from './workspace.ts';

const patienceMs = 20_000;

export interface People {
  /** A browser that has nothing cached and knows who sits there; whoever asks for it closes it. */
  open(as: Person, options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** `workspace` is null before there is one: then everyone is nobody. */
export async function introducePeople(
  browser: Browser,
  url: string,
  workspace: Workspace | null,
): Promise<People> {
  const open = async (cookie: string, options: BrowserContextOptions) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(patienceMs);
    const cookies = cookie.split('; ').filter((each) => each !== '');
    await context.addCookies(
      cookies.map((each) => {
        const at = each.indexOf('=');
        return { name: each.slice(0, at), value: each.slice(at + 1), url };
      }),
    );
    return context;
  };
  const cookies: Record<Person, string> = {
    nobody: '',
    guest: workspace ? await readAsGuest(browser, new URL(workspace.links.read, url)) : '',
    member: workspace?.member.cookie() ?? '',
    host: workspace?.host.cookie() ?? '',
  };
  return { open: (as, options = {}) => open(cookies[as], options) };
}

/** The cookie of someone who opened the link in a summary mail. */
async function readAsGuest(browser: Browser, link: URL): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link.href);
  await page.waitForURL(/\/meetings\//);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
