import {
  authStateSchema,
  changePasswordSchema,
  changeProfileSchema,
  confirmSignUpSchema,
  createOwnerSchema,
  emailSchema,
  mailOnItsWaySchema,
  redirectSchema,
  resetPasswordSchema,
  sessionListSchema,
  signedInSchema,
  signInSchema,
  useServiceSchema,
} from '../../lib/account-messages.ts';
import { deleteAccountSchema, myDataSchema } from '../../lib/my-data.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const accountGroup: ApiGroup = {
  name: 'Accounts',
  routes: [
    describeRoute('GET /api/auth/state', {
      summary: 'Who is signed in, and what someone without an account can do here',
      access: 'anyone',
      answer: { status: 200, schema: authStateSchema },
    }),
    describeRoute('POST /api/auth/owner', {
      summary: 'Make the first account, which owns the installation; `conflict` when there is one',
      access: 'anyone',
      request: createOwnerSchema,
      answer: { status: 201, schema: signedInSchema },
    }),
    describeRoute('POST /api/auth/sign-up', {
      summary: 'Ask for a mail with a link that makes an account',
      access: 'anyone',
      request: emailSchema,
      answer: { status: 200, schema: mailOnItsWaySchema },
    }),
    describeRoute('POST /api/auth/sign-up/confirm', {
      summary: 'Make the account, with the secret of the mailed link',
      access: 'anyone',
      request: confirmSignUpSchema,
      answer: { status: 201, schema: signedInSchema },
    }),
    describeRoute('POST /api/auth/sign-in', {
      summary: 'Sign in by address and password; gives a session cookie',
      access: 'anyone',
      request: signInSchema,
      answer: { status: 200, schema: signedInSchema },
    }),
    describeRoute('POST /api/auth/service', {
      summary: 'Where the browser goes to sign in at another service',
      access: 'anyone',
      request: useServiceSchema,
      answer: { status: 200, schema: redirectSchema },
    }),
    ...['github', 'google'].map((service) =>
      describeRoute(`GET /api/auth/callback/${service}`, {
        summary: 'Where that service sends the browser back to',
        access: 'anyone',
        answer: { status: 302 },
      }),
    ),
    describeRoute('POST /api/auth/sign-out', {
      summary: 'End this session',
      access: 'account',
      answer: { status: 204 },
    }),
    describeRoute('POST /api/auth/sign-out-everywhere', {
      summary: 'End every session of this account',
      access: 'account',
      answer: { status: 204 },
    }),
    describeRoute('POST /api/auth/password/forgot', {
      summary: 'Ask for a mail with a link that sets a new password',
      access: 'anyone',
      request: emailSchema,
      answer: { status: 200, schema: mailOnItsWaySchema },
    }),
    describeRoute('POST /api/auth/password/reset', {
      summary: 'Set a new password, with the secret of the mailed link',
      access: 'anyone',
      request: resetPasswordSchema,
      answer: { status: 200, schema: signedInSchema },
    }),
    describeRoute('POST /api/auth/password/change', {
      summary: 'Set a new password with the current one; ends every other session',
      access: 'account',
      request: changePasswordSchema,
      answer: { status: 200, schema: signedInSchema },
    }),
    describeRoute('POST /api/auth/profile', {
      summary: 'Change name or time zone of this account',
      access: 'account',
      request: changeProfileSchema,
      answer: { status: 200, schema: signedInSchema },
    }),
    describeRoute('GET /api/auth/my-data', {
      summary: 'Everything that this installation has of the account, to take along',
      access: 'account',
      answer: { status: 200, schema: myDataSchema },
    }),
    describeRoute('POST /api/auth/delete', {
      summary: 'Delete the account for good, with the password; its meetings are handed over or deleted',
      access: 'account',
      request: deleteAccountSchema,
      answer: { status: 204 },
    }),
    describeRoute('GET /api/auth/sessions', {
      summary: 'Where this account is signed in',
      access: 'account',
      answer: { status: 200, schema: sessionListSchema },
    }),
    describeRoute('POST /api/auth/sessions/:id/end', {
      summary: 'Sign out one session of this account',
      access: 'account',
      answer: { status: 204 },
    }),
  ],
};
