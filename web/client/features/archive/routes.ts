import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readSearchAddress } from './search-address.ts';

/** The page that searches and asks all meetings. */
export function archiveRoutes<Root extends AnyRoute>(rootRoute: Root) {
  return [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/search',
      validateSearch: readSearchAddress,
      component: lazyRouteComponent(() => import('./SearchPage.tsx'), 'SearchPage'),
    }),
  ] as const;
}
