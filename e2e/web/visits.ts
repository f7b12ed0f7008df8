/** Where the checks look: every page, as everyone who can see something else there. */
import type { Workspace } from './workspace.ts';

/** `guest` has opened the link of a summary mail; `nobody` has nothing. */
export type Person = 'nobody' | 'guest' | 'member' | 'host';

export interface Visit {
  /** Of the router's table. */
  route: string;
  path: string;
  as: Person;
  /** The page's first heading, which is there when the page is. */
  heading: string | RegExp;
  /** Name of its pictures; none are taken without one. */
  picture?: string;
}

/** Before the installation has an owner. */
export const firstVisits: Visit[] = [
  { route: '/', path: '/', as: 'nobody', heading: /^Meetings that write/, picture: 'home-first-run' },
  {
    route: '/welcome',
    path: '/welcome',
    as: 'nobody',
    heading: 'Make this Parley yours',
    picture: 'welcome',
  },
  { route: '/sign-in', path: '/sign-in', as: 'nobody', heading: 'Sign in' },
];

/** As long as the secrets of links: the pages that ask for more than a click do not look further. */
const linkToken = 'x'.repeat(43);

export function listVisits({ over, upcoming, open, guarded, personaId, links }: Workspace): Visit[] {
  const series = /^Quarterly review/;
  return [
    { route: '/', path: '/', as: 'nobody', heading: /^Meetings that write/, picture: 'home' },
    { route: '/', path: '/', as: 'member', heading: 'Meetings', picture: 'meetings-few' },
    { route: '/', path: '/', as: 'host', heading: 'Meetings', picture: 'meetings' },
    { route: '/welcome', path: '/welcome', as: 'nobody', heading: 'This installation has an owner' },
    { route: '/sign-in', path: '/sign-in', as: 'nobody', heading: 'Sign in', picture: 'sign-in' },
    { route: '/sign-up', path: '/sign-up', as: 'nobody', heading: 'Make an account', picture: 'sign-up' },
    {
      route: '/sign-up/confirm',
      path: `/sign-up/confirm#${linkToken}`,
      as: 'nobody',
      heading: 'One step is left',
      picture: 'sign-up-confirm',
    },
    { route: '/sign-up/confirm', path: '/sign-up/confirm', as: 'nobody', heading: 'This link is not whole' },
    {
      route: '/forgot-password',
      path: '/forgot-password',
      as: 'nobody',
      heading: 'Forgot your password?',
      picture: 'forgot-password',
    },
    {
      route: '/reset-password',
      path: `/reset-password#${linkToken}`,
      as: 'nobody',
      heading: 'Choose a new password',
      picture: 'reset-password',
    },
    { route: '/profile', path: '/profile', as: 'member', heading: 'Profile', picture: 'profile' },
    { route: '/workspace', path: '/workspace', as: 'host', heading: 'Workspace', picture: 'workspace' },
    { route: '/workspace', path: '/workspace', as: 'member', heading: 'For the owner of this installation' },
    { route: '/outbox', path: '/outbox', as: 'host', heading: 'Outbox', picture: 'outbox' },
    { route: '/webhooks', path: '/webhooks', as: 'host', heading: 'Webhooks', picture: 'webhooks' },
    { route: '/personas', path: '/personas', as: 'nobody', heading: 'Personas' },
    { route: '/personas', path: '/personas', as: 'host', heading: 'Personas', picture: 'personas' },
    {
      route: '/personas/new',
      path: '/personas/new',
      as: 'member',
      heading: 'New persona',
      picture: 'persona-new',
    },
    {
      route: '/personas/$personaId',
      path: `/personas/${personaId}`,
      as: 'host',
      heading: 'Pia',
      picture: 'persona',
    },
    { route: '/personas/$personaId', path: `/personas/${personaId}`, as: 'member', heading: 'Pia' },
    { route: '/plan', path: '/plan', as: 'host', heading: 'Plan a meeting', picture: 'plan' },
    {
      route: '/meetings/$id',
      path: `/meetings/${over}`,
      as: 'host',
      heading: 'Product kickoff',
      picture: 'meeting-summary',
    },
    { route: '/meetings/$id', path: `/meetings/${over}`, as: 'member', heading: 'Product kickoff' },
    {
      route: '/meetings/$id',
      path: `/meetings/${over}`,
      as: 'guest',
      heading: 'Product kickoff',
      picture: 'meeting-as-guest',
    },
    {
      route: '/meetings/$id',
      path: `/meetings/${over}`,
      as: 'nobody',
      heading: 'Sign in to see this meeting',
    },
    {
      route: '/meetings/$id',
      path: `/meetings/${upcoming.id}`,
      as: 'host',
      heading: series,
      picture: 'meeting-planned',
    },
    { route: '/meetings/$id', path: `/meetings/${upcoming.id}`, as: 'member', heading: series },
    {
      route: '/meetings/$id/edit',
      path: `/meetings/${upcoming.id}/edit`,
      as: 'host',
      heading: /^Change/,
      picture: 'plan-change',
    },
    { route: '/tasks', path: '/tasks', as: 'host', heading: 'Tasks', picture: 'tasks' },
    { route: '/search', path: '/search', as: 'host', heading: 'Search' },
    { route: '/search', path: '/search?q=budget', as: 'host', heading: 'Search', picture: 'search' },
    { route: '/search', path: '/search?ask=true', as: 'host', heading: 'Search', picture: 'search-ask' },
    { route: '/m/$code', path: `/m/${open.code}`, as: 'host', heading: 'Weekly planning' },
    { route: '/m/$code', path: `/m/${open.code}`, as: 'nobody', heading: 'Weekly planning' },
    {
      route: '/m/$code',
      path: `/m/${guarded.password.code}`,
      as: 'nobody',
      heading: 'Salary review',
      picture: 'lobby-password',
    },
    {
      route: '/m/$code',
      path: `/m/${upcoming.code}`,
      as: 'nobody',
      heading: 'This meeting has not started',
      picture: 'not-started',
    },
    {
      route: '/m/$code',
      path: '/m/abc-defg-hij',
      as: 'nobody',
      heading: 'There is no meeting with this code',
      picture: 'unknown-code',
    },
    { route: '/i/$token', path: links.invitation, as: 'nobody', heading: 'This meeting has not started' },
    {
      route: '/i/$token',
      path: `/i/${'A'.repeat(22)}`,
      as: 'nobody',
      heading: 'This is not a valid invitation',
      picture: 'invitation-unknown',
    },
    { route: '/s', path: links.share, as: 'nobody', heading: 'Product kickoff', picture: 'shared-meeting' },
    { route: '/s', path: `/s#${linkToken}`, as: 'nobody', heading: 'This link shows nothing' },
    { route: '/read', path: links.read, as: 'nobody', heading: 'Product kickoff' },
    {
      route: '/unsubscribe',
      path: links.unsubscribe,
      as: 'nobody',
      heading: 'Summaries come to you by mail',
      picture: 'unsubscribe',
    },
    // No route of its own: what the router shows for every other address.
    {
      route: '/',
      path: '/there-is-nothing',
      as: 'nobody',
      heading: 'There is no page here',
      picture: 'no-page',
    },
  ];
}
