/** Stands in for the pages around a component in tests. */
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';

/** The element at `/`, with a router around it whose other pages show their address. */
export async function inRouter(element: ReactNode): Promise<ReactElement> {
  const rootRoute = createRootRoute({ component: Outlet });
  const here = createRoute({ getParentRoute: () => rootRoute, path: '/', component: () => element });
  const meeting = createRoute({
    getParentRoute: () => rootRoute,
    path: '/m/$code',
    component: function Address() {
      return <p>meeting {meeting.useParams().code}</p>;
    },
  });
  const router = createRouter({
    routeTree: rootRoute.addChildren([here, meeting]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  // Its own tree of routes: the type that the app registered does not fit here.
  return <RouterProvider router={router as never} />;
}
