/** The pages about accounts and the installation. */
import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ownPath } from '../../../../lib/own-path.ts';

interface SignInSearch {
  /** Where to go afterwards, a path of ours. */
  to?: string;
  /** Why another service sent the person back. */
  error?: string;
}

/** Routes under the app's root. */
export function accountRoutes<Root extends AnyRoute>(root: Root) {
  const parent = { getParentRoute: () => root };
  return [
    createRoute({
      ...parent,
      path: '/welcome',
      component: lazyRouteComponent(() => import('./OwnerPage.tsx'), 'OwnerPage'),
    }),
    createRoute({
      ...parent,
      path: '/sign-in',
      validateSearch: readSignInSearch,
      component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
    }),
    createRoute({
      ...parent,
      path: '/sign-up',
      component: lazyRouteComponent(() => import('./SignUpPage.tsx'), 'SignUpPage'),
    }),
    createRoute({
      ...parent,
      path: '/sign-up/confirm',
      component: lazyRouteComponent(() => import('./ConfirmSignUpPage.tsx'), 'ConfirmSignUpPage'),
    }),
    createRoute({
      ...parent,
      path: '/forgot-password',
      component: lazyRouteComponent(() => import('./ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
    }),
    createRoute({
      ...parent,
      path: '/reset-password',
      component: lazyRouteComponent(() => import('./ResetPasswordPage.tsx'), 'ResetPasswordPage'),
    }),
    createRoute({
      ...parent,
      path: '/profile',
      component: lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage'),
    }),
    createRoute({
      ...parent,
      path: '/workspace',
      component: lazyRouteComponent(() => import('./WorkspacePage.tsx'), 'WorkspacePage'),
    }),
    createRoute({
      ...parent,
      path: '/outbox',
      component: lazyRouteComponent(() => import('./OutboxPage.tsx'), 'OutboxPage'),
    }),
    createRoute({
      ...parent,
      path: '/webhooks',
      component: lazyRouteComponent(() => import('../webhooks/WebhooksPage.tsx'), 'WebhooksPage'),
    }),
  ] as const;
}

export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { to, error } = search;
  const path = typeof to === 'string' && ownPath.test(to) ? to : undefined;
  return { ...(path ? { to: path } : {}), ...(typeof error === 'string' ? { error } : {}) };
}
