/** What can be opened on pages outside the room: menus, tabs, dialogs. */
import type { Page } from 'playwright-core';
import type { Visit } from './visits.ts';
import type { Workspace } from './workspace.ts';

export interface Opening extends Visit {
  /** What is open then. */
  what: string;
  open(page: Page): Promise<void>;
}

export function listOpenings({ over, upcoming }: Workspace): Opening[] {
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
    { ...list, what: 'the account menu', open: press(/^Account of/) },
    { ...list, what: 'the list of commands', open: press('All commands') },
    ...['Insights', 'Ask', 'Actions', 'Details'].map((name) => ({ ...after, what: name, open: tab(name) })),
    { ...after, what: 'the question before sharing', open: press(/^Share/) },
    { ...after, what: 'the export menu', open: press(/^Export/) },
    { ...after, what: 'a new task', open: press('Add') },
    { ...planned, what: 'invitations', open: press('Invite') },
    { ...planned, what: 'another time', open: press('Move this one') },
    { ...planned, what: 'the question before cancelling', open: press('Cancel meeting') },
    {
      ...{ route: '/personas', path: '/personas', as: 'host', heading: 'Personas' },
      ...{ what: 'the menu of a persona', open: press(/^Actions for/) },
    },
    {
      ...{ route: '/profile', path: '/profile', as: 'member', heading: 'Profile' },
      ...{ what: 'the question before deleting the account', open: press(/^Delete/) },
    },
    {
      ...{ route: '/outbox', path: '/outbox', as: 'host', heading: 'Outbox' },
      what: 'a mail',
      open: (page) => page.getByRole('main').getByRole('listitem').getByRole('button').first().click(),
    },
  ];
}
