import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
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

export const router = createRouter({ routeTree: rootRoute.addChildren([homeRoute, meetingRoute]) });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
