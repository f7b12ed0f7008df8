import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebhookDelivery, WebhookEndpoint } from '../../../../lib/webhooks/messages.ts';
import { inRouter } from '../../ui/testing.tsx';
import { type FakeWeb, failure, startFakeWeb } from '../api/testing.ts';
import { WebhooksPage } from './WebhooksPage.tsx';

// Each answer comes by real HTTP.
configure({ asyncUtilTimeout: 5_000 });

const webs: FakeWeb[] = [];
afterEach(async () => {
  cleanup();
  for (const web of webs.splice(0)) await web[Symbol.asyncDispose]();
});

const account = { id: 'usr_1', name: 'Ana', email: 'ana@example.test', role: 'owner', timeZone: 'UTC' };
const auth = { account, firstRun: false, openSignUp: false, services: [], sendsMail: false };
const endpoint: WebhookEndpoint = {
  id: 'whe_01JD0000000000000000000000',
  name: 'CRM',
  url: 'https://crm.example.test/parley',
  events: ['meeting.finished', 'summary.ready'],
  state: 'on',
  failingSinceMs: null,
  olderSecretUntilMs: null,
  createdAtMs: 0,
};
const delivery: WebhookDelivery = {
  id: 'whd_01JD0000000000000000000000',
  messageId: 'summary-ready:sum_01JD0000000000000000000000',
  event: 'summary.ready',
  state: 'failed',
  attempts: 8,
  lastStatus: 500,
  lastError: 'It answered with status 500.',
  lastMs: 12,
  createdAtMs: 0,
  lastAtMs: 0,
};
const base = '/api/workspace/webhooks';
const at = `${base}/${endpoint.id}`;

type Answer = NonNullable<ReturnType<Parameters<typeof startFakeWeb>[0]>>;

async function show(endpoints: WebhookEndpoint[], answers: Record<string, Answer> = {}): Promise<FakeWeb> {
  const web = await startFakeWeb((call) => {
    if (call.includes('/auth/state')) return { body: auth };
    if (answers[call]) return answers[call];
    if (call === `GET ${base}`) return { body: { endpoints } };
    return { body: { deliveries: [delivery] } };
  });
  webs.push(web);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<QueryClientProvider client={queries}>{await inRouter(<WebhooksPage />)}</QueryClientProvider>);
  return web;
}

describe(WebhooksPage, () => {
  it('begins empty, adds an endpoint and shows its secret', async () => {
    const secret = 'whsec_c2VjcmV0';
    await show([], { [`POST ${base}`]: { status: 201, body: { endpoint, secret } } });
    await userEvent.click(await screen.findByRole('button', { name: 'Add an endpoint' }));
    await userEvent.type(await screen.findByLabelText('Name'), 'CRM');
    await userEvent.type(screen.getByLabelText('Address'), endpoint.url);
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText(secret)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'I have it' }));
    expect(screen.queryByText(secret)).toBeNull();
  });

  it('says in the form why an address is none', async () => {
    const sentence = 'This address is reserved for the machine or its cloud, and never gets webhooks.';
    await show([], { [`POST ${base}`]: failure(400, 'bad_request', sentence) });
    await userEvent.click(await screen.findByRole('button', { name: 'Add an endpoint' }));
    await userEvent.type(await screen.findByLabelText('Name'), 'CRM');
    await userEvent.type(screen.getByLabelText('Address'), 'http://169.254.169.254/');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toBe(sentence);
  });

  it('shows what was sent, and sends it again', async () => {
    const resent = { ...delivery, state: 'waiting' };
    const web = await show([endpoint], {
      [`POST ${at}/deliveries/${delivery.id}/resend`]: { status: 202, body: { delivery: resent } },
    });
    const list = await screen.findByRole('region', { name: 'Last deliveries' });
    expect(await within(list).findByText('It answered with status 500. · 8 tries')).toBeTruthy();
    await userEvent.click(within(list).getByRole('button', { name: /^Send again: Summary ready/ }));
    expect(web.calls).toContain(`POST ${at}/deliveries/${delivery.id}/resend`);
  });

  it('says why an endpoint is off, and turns it on', async () => {
    const on = { body: { endpoint } };
    const web = await show([{ ...endpoint, state: 'gone' }], { [`PATCH ${at}`]: on });
    expect(await screen.findByText('Off: it answered that it wants no more (410).')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send again/ })).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: 'Send webhooks' }));
    expect(web.calls).toContain(`PATCH ${at}`);
  });
});
