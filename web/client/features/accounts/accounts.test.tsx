import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { AuthState } from '../../../../lib/account-messages.ts';
import { inRouter } from '../../ui/testing.tsx';
import { failure, startFakeWeb } from '../api/testing.ts';
import { StartMeeting } from '../home/StartMeeting.tsx';
import { ForgotPasswordPage } from './ForgotPasswordPage.tsx';
import { OutboxPage } from './OutboxPage.tsx';
import { OwnerPage } from './OwnerPage.tsx';
import { readLinkToken } from './read-link-token.ts';
import { readSignInSearch } from './routes.ts';
import { serviceProblem } from './service-problem.ts';

afterEach(cleanup);

const ana = { id: 'usr_1', name: 'Ana', email: 'ana@example.test', role: 'owner', timeZone: 'UTC' } as const;
const buildState = (change: Partial<AuthState> = {}): { body: AuthState } => ({
  body: { account: null, firstRun: false, openSignUp: false, services: [], sendsMail: true, ...change },
});

async function show(page: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(await inRouter(<QueryClientProvider client={queries}>{page}</QueryClientProvider>));
  return userEvent.setup();
}

describe(StartMeeting, () => {
  test('offers the form and the first account on a fresh installation', async () => {
    await using _web = await startFakeWeb((call) =>
      call.endsWith('/state') ? buildState({ firstRun: true }) : { body: { personas: [] } },
    );
    await show(<StartMeeting />);
    expect(await screen.findByRole('button', { name: 'New meeting' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Make this Parley yours/ })).toBeTruthy();
  });

  test('asks to sign in once there is an owner', async () => {
    await using _web = await startFakeWeb(() => buildState());
    await show(<StartMeeting />);
    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New meeting' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Make an account' })).toBeNull();
  });
});

describe(OwnerPage, () => {
  test('says why a password is refused, and keeps what was typed', async () => {
    await using _web = await startFakeWeb((call) =>
      call === 'POST /api/auth/owner'
        ? failure(400, 'bad_request', 'This password is too easy to guess.')
        : buildState({ firstRun: true }),
    );
    const user = await show(<OwnerPage />);
    await user.type(await screen.findByLabelText('Your name'), 'Ana');
    await user.type(screen.getByLabelText('E-mail'), ana.email);
    await user.type(screen.getByLabelText('Password'), 'password1');
    await user.click(screen.getByRole('button', { name: /owner's account/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('too easy to guess');
    expect((screen.getByLabelText('Your name') as HTMLInputElement).value).toBe('Ana');
  });

  test('is no form when the installation has an owner', async () => {
    await using _web = await startFakeWeb(() => buildState());
    await show(<OwnerPage />);
    expect(await screen.findByRole('heading', { name: 'This installation has an owner' })).toBeTruthy();
  });
});

describe(ForgotPasswordPage, () => {
  test('promises nothing about the address, and says when no mail is sent', async () => {
    await using web = await startFakeWeb((call) =>
      call.startsWith('POST') ? { body: { accepted: true } } : buildState({ sendsMail: false }),
    );
    const user = await show(<ForgotPasswordPage />);
    await user.type(screen.getByLabelText('E-mail'), 'someone@example.test');
    await user.click(screen.getByRole('button', { name: 'Send me the link' }));
    expect(await screen.findByText(/If this address has an account/)).toBeTruthy();
    expect(await screen.findByText(/sends no mail/)).toBeTruthy();
    expect(web.calls).toContain('POST /api/auth/password/forgot');
  });
});

describe(OutboxPage, () => {
  const mail = {
    id: 'eml_1',
    kind: 'invitation',
    recipient: 'ben@example.test',
    subject: 'Planning',
    status: 'kept',
    attempts: 0,
    lastError: null,
    createdAtMs: 0,
    sentAtMs: null,
  };

  test('shows a mail in a frame that may do nothing', async () => {
    await using _web = await startFakeWeb((call) => {
      if (call.endsWith('/state')) return buildState({ account: ana, sendsMail: false });
      if (call.endsWith('/eml_1')) {
        return {
          body: {
            mail: { ...mail, messageId: 'eml_1', html: '<script>1</script>', text: 'plain', attachments: [] },
          },
        };
      }
      return { body: { mails: [mail], next: null, sendsMail: false } };
    });
    const user = await show(<OutboxPage />);
    expect(await screen.findByText(/Nothing is sent/)).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: /Planning/ }));
    const frame = await screen.findByTitle('The mail');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toBe('<script>1</script>');
  });

  test('sends a mail again that was given up', async () => {
    let status = 'failed';
    await using web = await startFakeWeb((call) => {
      if (call.endsWith('/state')) return buildState({ account: ana });
      if (call.endsWith('/resend')) {
        status = 'queued';
        return { status: 204, body: null };
      }
      const given = { ...mail, status, lastError: '550 No such mailbox' };
      const body = { html: '<p>Come</p>', text: 'Come', messageId: 'eml_1', attachments: [] };
      if (call.endsWith('/eml_1')) return { body: { mail: { ...given, ...body } } };
      return { body: { mails: [given], next: null, sendsMail: true } };
    });
    const user = await show(<OutboxPage />);
    await user.click(await screen.findByRole('button', { name: /Planning/ }));
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull());
    expect(web.calls).toContain('POST /api/workspace/outbox/eml_1/resend');
  });

  test('is closed to members', async () => {
    await using web = await startFakeWeb(() => buildState({ account: { ...ana, role: 'member' } }));
    await show(<OutboxPage />);
    expect(await screen.findByRole('heading', { name: /For the owner/ })).toBeTruthy();
    expect(web.calls.some((call) => call.includes('outbox'))).toBe(false);
  });
});

describe(readSignInSearch, () => {
  test.each(['//evil.test', '/\\evil.test', 'https://evil.test', '/a#b', 7])('does not lead to %j', (to) => {
    expect(readSignInSearch({ to })).toEqual({});
  });

  test('leads to a path of ours', () => {
    expect(readSignInSearch({ to: '/meetings/mtg_1?at=5&q=a%20b', error: 'x' })).toEqual({
      to: '/meetings/mtg_1?at=5&q=a%20b',
      error: 'x',
    });
  });
});

describe(readLinkToken, () => {
  test('reads the secret behind #, and nothing that is cut off', () => {
    expect(readLinkToken(`#${'a-_9'.repeat(8)}`)).toBe('a-_9'.repeat(8));
    expect([readLinkToken(''), readLinkToken('#short'), readLinkToken(`#${'a'.repeat(30)}/`)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe(serviceProblem, () => {
  test('has a sentence for every reason, known or not', () => {
    expect(serviceProblem('account not linked')).toContain('password');
    expect(serviceProblem('whatever')).toContain('Try again');
    expect(serviceProblem(undefined)).toBeNull();
  });
});
