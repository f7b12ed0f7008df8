/** What can be opened on pages outside the room: menus, tabs, dialogs. */
import type { Page } from 'playwright-core';
import type { Visit } from './visits.ts';
import type { Workspace } from './workspace.ts';

export interface Opening extends Visit {
  /** What is open then. */
  what: string;
  open(page: Page): Promise<void>;
}

export function listOpenings({ over, upcoming, guarded }: Workspace): Opening[] {
  const list: Visit = { route: '/', path: '/', as: 'host', heading: 'Meetings' };
  const after: Visit = {
    route: '/meetings/$id',
    path: `/meetings/${over}`,
    as: 'host',
    heading: 'Product kickoff',
  };
  const planned: Visit = { ...after, path: `/meetings/${upcoming.id}`, heading: /^Quarterly review/ };
  const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
  const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
  return [
    { ...list, what: 'the account menu', open: press(/^Account of/), picture: 'account-menu' },
    { ...list, what: 'the list of commands', open: press('All commands'), picture: 'commands' },
    ...['Notes', 'Insights', 'Ask', 'Actions', 'Details'].map((name) => ({
      ...{ ...after, what: name, open: tab(name), picture: `meeting-${name.toLowerCase()}` },
    })),
    { ...after, what: 'the question before sharing', open: press(/^Share/), picture: 'meeting-share' },
    { ...after, what: 'the export menu', open: press(/^Export/), picture: 'meeting-export' },
    { ...after, what: 'a new task', open: press('Add'), picture: 'meeting-new-task' },
    { ...planned, what: 'invitations', open: press('Invite'), picture: 'meeting-invite' },
    { ...planned, what: 'another time', open: press('Move this one'), picture: 'meeting-move' },
    {
      ...planned,
      what: 'the question before cancelling',
      open: press('Cancel meeting'),
      picture: 'meeting-cancel',
    },
    {
      ...{ route: '/personas', path: '/personas', as: 'host', heading: 'Personas' },
      ...{ what: 'the menu of a persona', open: press(/^Actions for/) },
    },
    {
      ...{ route: '/profile', path: '/profile', as: 'member', heading: 'Profile' },
      ...{
        what: 'the question before deleting the account',
        open: press(/^Delete/),
        picture: 'delete-account',
      },
    },
    {
      ...{ route: '/webhooks', path: '/webhooks', as: 'host', heading: 'Webhooks' },
      ...{ what: 'a new endpoint', open: press('Add an endpoint'), picture: 'webhooks-add' },
    },
    {
      ...{ route: '/outbox', path: '/outbox', as: 'host', heading: 'Outbox' },
      what: 'a mail',
      picture: 'outbox-mail',
      open: (page) => page.getByRole('main').getByRole('listitem').getByRole('button').first().click(),
    },
    {
      ...{ route: '/m/$code', path: `/m/${guarded.waitingRoom.code}`, as: 'nobody' },
      ...{ heading: 'Interview: design', what: 'waiting to be let in', picture: 'waiting' },
      async open(page) {
        await page.getByLabel('Your name').fill('Cleo Park');
        await page.getByRole('checkbox').check();
        await page.getByRole('button', { name: 'Ask to join' }).click();
        await page.getByRole('status').first().waitFor();
      },
    },
  ];
}
