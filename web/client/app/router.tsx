import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoutes } from '../features/accounts/routes.ts';
import { archiveRoutes } from '../features/archive/routes.ts';
import { planningRoutes } from '../features/meetings/routes.ts';
import { PageFailed } from '../ui/PageFailed.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/HomePage.tsx'), 'HomePage'),
});

const meetingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/m/$code',
  component: lazyRouteComponent(() => import('../features/meeting/MeetingPage.tsx'), 'MeetingPage'),
});

const personasRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personas',
  component: lazyRouteComponent(() => import('../features/personas/PersonasPage.tsx'), 'PersonasPage'),
});

const newPersonaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personas/new',
  component: lazyRouteComponent(() => import('../features/personas/PersonaPage.tsx'), 'NewPersonaPage'),
});

const personaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personas/$personaId',
  component: lazyRouteComponent(() => import('../features/personas/PersonaPage.tsx'), 'PersonaPage'),
});

const unsubscribeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/unsubscribe',
  component: lazyRouteComponent(() => import('../features/mails/UnsubscribePage.tsx'), 'UnsubscribePage'),
});

const readLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/read',
  component: lazyRouteComponent(() => import('../features/mails/ReadLinkPage.tsx'), 'ReadLinkPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    meetingRoute,
    personasRoute,
    newPersonaRoute,
    personaRoute,
    unsubscribeRoute,
    readLinkRoute,
    ...accountRoutes(rootRoute),
    ...planningRoutes(rootRoute),
    ...archiveRoutes(rootRoute),
  ]),
  defaultErrorComponent: PageFailed,
  // A page's code is on its way before the click on its link.
  defaultPreload: 'intent',
  // Text stays text: the router's own way reads the line `?line=1.10` as the number 1.1.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
