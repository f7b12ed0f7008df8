import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** Pages about meetings: plan, change, look at one, and the link of an invitation. */
export function planningRoutes<Root extends AnyRoute>(rootRoute: Root) {
  const getParentRoute = () => rootRoute;
  return [
    createRoute({
      getParentRoute,
      path: '/plan',
      component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/meetings/$id',
      component: lazyRouteComponent(() => import('./MeetingDetailsPage.tsx'), 'MeetingDetailsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/meetings/$id/edit',
      component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'EditMeetingPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks',
      component: lazyRouteComponent(() => import('../tasks/TasksPage.tsx'), 'TasksPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/i/$token',
      component: lazyRouteComponent(() => import('./AcceptInvitationPage.tsx'), 'AcceptInvitationPage'),
    }),
  ] as const;
}
