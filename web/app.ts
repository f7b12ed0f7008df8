import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { except } from 'hono/combine';
import { compress } from 'hono/compress';
import { ParleyError } from '../lib/errors.ts';
import type { WebContext } from './context.ts';
import { respondToError } from './errors.ts';
import { limitBody } from './limit-body.ts';
import { servePage } from './page.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { accessRequestRoutes, meetingAccessRequestRoutes } from './routes/access-requests.ts';
import { agentRoutes } from './routes/agent.ts';
import { agentAssistanceRoutes } from './routes/agent-assistance.ts';
import { approvalRoutes } from './routes/approvals.ts';
import { askRoutes, meetingAskRoutes } from './routes/ask.ts';
import { assistantRoutes } from './routes/assistant.ts';
import { authRoutes } from './routes/auth.ts';
import { boardRoutes } from './routes/board.ts';
import { breakoutRoutes } from './routes/breakouts.ts';
import { calendarFeedRoutes, calendarRoutes } from './routes/calendar.ts';
import { chatRoutes } from './routes/chat.ts';
import { documentRoutes } from './routes/documents.ts';
import { earlierRoutes } from './routes/earlier.ts';
import { exportRoutes } from './routes/exports.ts';
import { handRoutes } from './routes/hands.ts';
import { healthRoutes } from './routes/health.ts';
import { invitationRoutes, meetingInvitationRoutes } from './routes/invitations.ts';
import { lineRoutes } from './routes/lines.ts';
import { mailLinkRoutes } from './routes/mail-links.ts';
import { meetingListRoutes } from './routes/meeting-list.ts';
import { meetingPersonaRoutes } from './routes/meeting-persona.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { noteRoutes } from './routes/notes.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { peopleRoutes } from './routes/people.ts';
import { personaRoutes } from './routes/personas.ts';
import { pollRoutes } from './routes/polls.ts';
import { recorderRoutes } from './routes/recorder.ts';
import { recordingRoutes } from './routes/recordings.ts';
import { retentionRoutes } from './routes/retention.ts';
import { screenRoutes } from './routes/screen.ts';
import { meetingSearchRoutes, searchRoutes } from './routes/search.ts';
import { meetingShareRoutes, shareRoutes } from './routes/shares.ts';
import { summaryRoutes } from './routes/summaries.ts';
import { meetingOutcomeRoutes, taskRoutes } from './routes/tasks.ts';
import { transcriptRoutes } from './routes/transcript.ts';
import { webhookEndpointRoutes } from './routes/webhook-endpoints.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { workspaceRoutes } from './routes/workspace.ts';
import { forbidIndexing, requireSameOrigin, securityHeaders } from './security.ts';

/** Of a request body: a full batch of long lines, and a poisoned one of 1 MB, fit. */
const maxBodyMegabytes = 8;

/** Many files of the browser app are smaller than the kilobyte from which Hono compresses by itself. */
const minCompressedBytes = 200;

interface AppOptions {
  /** Folder of the built browser app. */
  clientFolder: string;
  /** Set when a real Inngest calls this process. */
  inngest?: (request: Request) => Promise<Response>;
  /** Ends what would go on for ever: the streams to agents. */
  stopping?: AbortSignal;
}

/** The whole HTTP surface of web. */
export function createApp(
  context: WebContext,
  { clientFolder, inngest, stopping = new AbortController().signal }: AppOptions,
): Hono {
  const app = new Hono();
  // Agents are near and get answers of a few bytes, many each second: a stream for each costs more than it saves.
  app.use(except('/api/agent/*', compress({ threshold: minCompressedBytes })));
  app.use(securityHeaders(context.livekit.publicUrl));
  app.use(requireSameOrigin(context.config.web.publicUrl));
  if (inngest) app.all('/api/inngest', (c) => inngest(c.req.raw));
  // Images have a limit of their own.
  app.use('/api/*', except('/api/meetings/*/board/files', limitBody(maxBodyMegabytes)));
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.route('/api', healthRoutes(context));
  app.route('/api/auth', authRoutes(context));
  app.route('/api', openApiRoutes(context));
  app.route('/api/personas', personaRoutes(context));
  app.route('/api/recorder', recorderRoutes(context));
  app.route('/api/meetings', recordingRoutes(context));
  app.route('/api/meetings', accessLogRoutes(context));
  app.route('/api/meetings', meetingAccessRequestRoutes(context));
  app.route('/api/access-requests', accessRequestRoutes(context));
  app.route('/api/meetings', exportRoutes(context));
  app.route('/api/meetings', meetingShareRoutes(context));
  app.route('/api/shares', shareRoutes(context));
  app.route('/api/meetings', retentionRoutes(context));
  app.route('/api/meetings', meetingListRoutes(context));
  app.route('/api/meetings', meetingInvitationRoutes(context));
  app.route('/api/invitations', invitationRoutes(context));
  app.route('/api/workspace/webhooks', webhookEndpointRoutes(context));
  app.route('/api/workspace', workspaceRoutes(context));
  app.route('/api/meetings', meetingRoutes(context));
  app.route('/api/meetings', transcriptRoutes(context));
  app.route('/api/meetings', lineRoutes(context));
  app.route('/api/meetings', meetingPersonaRoutes(context));
  app.route('/api/meetings', peopleRoutes(context));
  app.route('/api/meetings', chatRoutes(context));
  app.route('/api/meetings', boardRoutes(context));
  app.route('/api/meetings', documentRoutes(context));
  app.route('/api/meetings', noteRoutes(context));
  app.route('/api/meetings', breakoutRoutes(context));
  app.route('/api/meetings', handRoutes(context));
  app.route('/api/meetings', pollRoutes(context));
  app.route('/api/meetings', screenRoutes(context));
  app.route('/api/meetings', approvalRoutes(context));
  app.route('/api/meetings', assistantRoutes(context));
  app.route('/api/meetings', meetingOutcomeRoutes(context));
  app.route('/api/meetings', summaryRoutes(context));
  app.route('/api/meetings', earlierRoutes(context));
  app.route('/api/search', searchRoutes(context));
  app.route('/api/ask', askRoutes(context));
  app.route('/api/meetings', meetingAskRoutes(context));
  app.route('/api/meetings', meetingSearchRoutes(context));
  app.route('/api', mailLinkRoutes(context));
  app.route('/api/tasks', taskRoutes(context));
  app.route('/api/agent', agentRoutes(context));
  app.route('/api/agent', agentAssistanceRoutes(context, stopping));
  app.route('/api/calendar', calendarRoutes(context));
  app.route('/calendar', calendarFeedRoutes(context));
  app.route('/api/webhooks', webhookRoutes(context));
  app.all('/api/*', () => {
    throw new ParleyError('not_found', 'There is no such address in the API.');
  });
  app.use(
    '/assets/*',
    serveStatic({
      root: clientFolder,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  const page = servePage(clientFolder);
  app.get('/', page);
  app.get('/s', forbidIndexing, page);
  app.use('*', serveStatic({ root: clientFolder }));
  // Every other address is a page of the browser app.
  app.get('*', page);
  app.onError(respondToError(context.logger));
  return app;
}
