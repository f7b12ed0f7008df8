/** What the browser and web say to each other about accounts, the workspace and its mails. */
import { z } from 'zod/mini';
import { ownPath } from './own-path.ts';
import { keepDaysSchema } from './retention.ts';

const name = z.string().check(z.maxLength(2_000));
const email = z.email().check(z.maxLength(254));
/** Its rules are checked by web, which answers with a sentence. */
const password = z.string().check(z.maxLength(1_000));
/** IANA name; web refuses one that it does not know. */
const timeZone = z.string().check(z.maxLength(64));
/** The secret of a link in a mail. */
const linkToken = z.string().check(z.regex(/^[\w-]{20,100}$/, 'is not a link of ours'));
const unixMs = z.int();

export const signInServices = ['github', 'google'] as const;
export type SignInService = (typeof signInServices)[number];

export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['owner', 'member']),
  timeZone: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

/** Who looks at the page, and what someone without an account can do here. */
export const authStateSchema = z.object({
  account: z.nullable(accountSchema),
  /** No account exists: the next one owns the installation, and anyone may start a meeting. */
  firstRun: z.boolean(),
  openSignUp: z.boolean(),
  services: z.array(z.enum(signInServices)),
  /** False: mails are kept, and the owner can read them on the outbox page. */
  sendsMail: z.boolean(),
});
export type AuthState = z.infer<typeof authStateSchema>;

export const createOwnerSchema = z.object({ name, email, password, timeZone });
export const signInSchema = z.object({ email, password });
export const emailSchema = z.object({ email });
export const confirmSignUpSchema = z.object({ token: linkToken, name, password, timeZone });
export const resetPasswordSchema = z.object({ token: linkToken, password });
export const changePasswordSchema = z.object({ current: password, password });
export const changeProfileSchema = z.object({ name: z.optional(name), timeZone: z.optional(timeZone) });
export const useServiceSchema = z.object({
  service: z.enum(signInServices),
  /** Path of ours to go to afterwards. */
  to: z._default(z.string().check(z.regex(ownPath), z.maxLength(200)), '/'),
});

export const signedInSchema = z.object({ account: accountSchema });
/** The same answer whether or not the address has an account. */
export const mailOnItsWaySchema = z.object({ accepted: z.literal(true) });
export const redirectSchema = z.object({ url: z.url() });

export const sessionListSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      /** As the browser calls itself. */
      userAgent: z.string(),
      createdAtMs: unixMs,
      seenAtMs: unixMs,
    }),
  ),
  hasPassword: z.boolean(),
});
export type SessionList = z.infer<typeof sessionListSchema>;

export const workspaceSchema = z.object({
  openSignUp: z.boolean(),
  /** Days that meetings are kept after their end; null: for ever. */
  keepDays: z.nullable(keepDaysSchema),
});
export type Workspace = z.infer<typeof workspaceSchema>;
/** What is left out stays as it is. */
export const changeWorkspaceSchema = z.partial(workspaceSchema);
export type ChangeWorkspace = z.infer<typeof changeWorkspaceSchema>;

export const mailSummarySchema = z.object({
  id: z.string(),
  kind: z.string(),
  recipient: z.string(),
  subject: z.string(),
  /** `kept`: written while no SMTP server was configured, and never sent. */
  status: z.enum(['kept', 'queued', 'sent', 'failed']),
  attempts: z.int(),
  lastError: z.nullable(z.string()),
  createdAtMs: unixMs,
  sentAtMs: z.nullable(unixMs),
});
export type MailSummary = z.infer<typeof mailSummarySchema>;

export const outboxSchema = z.object({
  mails: z.array(mailSummarySchema),
  /** Cursor for `?before=`; null on the last page. */
  next: z.nullable(z.string()),
  sendsMail: z.boolean(),
});
export type Outbox = z.infer<typeof outboxSchema>;

export const mailSchema = z.object({
  mail: z.extend(mailSummarySchema, {
    /** Left of the `@` of its Message-ID. */
    messageId: z.string(),
    html: z.string(),
    text: z.string(),
    attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), content: z.string() })),
  }),
});
export type MailDetail = z.infer<typeof mailSchema>['mail'];
