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
      validateSearch: readStart,
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
      path: '/s',
      component: lazyRouteComponent(() => import('../share/SharedMeetingPage.tsx'), 'SharedMeetingPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/i/$token',
      component: lazyRouteComponent(() => import('./AcceptInvitationPage.tsx'), 'AcceptInvitationPage'),
    }),
  ] as const;
}

/** `?line=epoch.seq` or `?t=`, milliseconds of the meeting: where its page begins. */
function readStart(search: Record<string, unknown>): { line?: string; t?: number } {
  const line = String(search.line ?? '');
  const t = Number(search.t ?? Number.NaN);
  return {
    ...(/^\d{1,9}\.\d{1,9}$/.test(line) ? { line } : {}),
    ...(t >= 0 ? { t } : {}),
  };
}
