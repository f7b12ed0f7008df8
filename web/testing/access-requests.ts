import { createId } from '../../lib/ids.ts';
import { noticeVersion } from '../../lib/messages.ts';
import { personaGroup } from '../api-table/personas.ts';
import { type ApiRoute, nameOfRoute } from '../api-table/route.ts';
import type { Cast } from './access-cast.ts';

/** A request that succeeds for those who may make it. */
export interface AccessRequest {
  /** Values of the parameters in the path. */
  parameters?: Record<string, string>;
  body?: unknown;
  /** Other answers that show that the caller got through: the call was understood and came to nothing. */
  alsoFine?: number[];
}

const consent = { noticeVersion };
const persona = { name: 'Pia', instructions: 'Listen.', mode: 'addressed' };

const address = 'somebody@example.test';
const password = 'seven violet kettles';
const linkToken = 'x'.repeat(43);
const oneLine = { parameters: { ref: '1.1' }, alsoFine: [409] };
/** By whom the call was understood: without the right secret it comes to nothing. */
const understood = [400, 401, 404, 409, 410];

const requests: Record<string, (cast: Cast) => AccessRequest> = {
  'POST /api/ask': () => ({ body: { question: 'When is the launch?' } }),
  'POST /api/meetings/:id/ask': () => ({ body: { question: 'When is the launch?' } }),
  'POST /api/auth/owner': () => ({
    body: { name: 'Ana', email: address, password, timeZone: 'UTC' },
    alsoFine: understood,
  }),
  'POST /api/auth/sign-up': () => ({ body: { email: address }, alsoFine: [403] }),
  'POST /api/auth/sign-up/confirm': () => ({
    body: { token: linkToken, name: 'Ana', password, timeZone: 'UTC' },
    // Strangers may not sign up here, and the link is none of ours.
    alsoFine: [...understood, 403],
  }),
  'POST /api/auth/sign-in': () => ({ body: { email: address, password }, alsoFine: understood }),
  'POST /api/auth/service': () => ({ body: { service: 'github' }, alsoFine: understood }),
  'GET /api/auth/callback/github': () => ({ alsoFine: understood }),
  'GET /api/auth/callback/google': () => ({ alsoFine: understood }),
  'POST /api/auth/password/forgot': () => ({ body: { email: address } }),
  'POST /api/auth/password/reset': () => ({ body: { token: linkToken, password }, alsoFine: understood }),
  'POST /api/auth/password/change': () => ({ body: { current: password, password }, alsoFine: understood }),
  'POST /api/auth/delete': () => ({
    // The accounts of the walk are needed again.
    body: { proof: password, meetings: 'delete', words: 'keep' },
    alsoFine: understood,
  }),
  'POST /api/auth/profile': () => ({ body: { name: 'Somebody' } }),
  'POST /api/workspace': () => ({ body: { openSignUp: false } }),
  'POST /api/workspace/webhooks': () => ({
    body: { name: 'CRM', url: 'http://127.0.0.1:9/hook', events: ['summary.ready'] },
  }),
  'PATCH /api/workspace/webhooks/:id': () => ({ body: { name: 'CRM' }, alsoFine: [404] }),
  'DELETE /api/workspace/webhooks/:id': () => ({ alsoFine: [404] }),
  'POST /api/workspace/webhooks/:id/secret': () => ({ alsoFine: [404] }),
  'GET /api/workspace/webhooks/:id/deliveries': () => ({ alsoFine: [404] }),
  'POST /api/workspace/webhooks/:id/test': () => ({ alsoFine: [404] }),
  'POST /api/workspace/webhooks/:id/deliveries/:deliveryId/resend': () => ({
    parameters: { deliveryId: 'whd_nothing' },
    alsoFine: [404],
  }),
  'GET /api/workspace/outbox/:id': () => ({ alsoFine: [404] }),
  'POST /api/workspace/outbox/:id/resend': () => ({ alsoFine: [404] }),
  'POST /api/auth/sessions/:id/end': () => ({ alsoFine: [404] }),
  'POST /api/meetings': () => ({ body: { title: 'Another' } }),
  // The cast's meeting has begun: it is too late for changes, by then the caller has got through.
  'PATCH /api/meetings/:id': () => ({ body: { title: 'Renamed' }, alsoFine: [409] }),
  'POST /api/meetings/:id/cancel': () => ({ alsoFine: [409] }),
  'PATCH /api/meetings/:id/occurrence': () => ({
    body: { date: '2099-01-01', time: '10:00' },
    alsoFine: [409],
  }),
  'POST /api/meetings/:id/occurrence/cancel': () => ({ alsoFine: [409] }),
  'POST /api/meetings/:id/invitations': () => ({ body: { by: 'link', role: 'guest', expiresInHours: 1 } }),
  'DELETE /api/meetings/:id/invitations/:invitationId': () => ({
    parameters: { invitationId: 'inv_01JD0000000000000000000000' },
    alsoFine: [404],
  }),
  'POST /api/invitations/accept': () => ({ body: { token: linkToken }, alsoFine: understood }),
  'POST /api/meetings/:code/join': () => ({ body: { name: 'Someone', consent } }),
  'POST /api/meetings/:id/persona': () => ({ body: { personaId: 'psn_00000000000000000000000002' } }),
  'POST /api/meetings/:id/settings': () => ({ body: { waitingRoom: true } }),
  'POST /api/meetings/:id/people/:personId/silence': () => ({ body: { silenced: true } }),
  'POST /api/meetings/:id/people/:personId/role': () => ({ body: { role: 'cohost' } }),
  'POST /api/meetings/:id/people/:personId/admit': () => ({ alsoFine: [409] }),
  'POST /api/meetings/:id/people/:personId/decline': () => ({ alsoFine: [409] }),
  'POST /api/personas': () => ({ body: persona }),
  'POST /api/personas/:id/versions': () => ({ body: { ...persona, basedOn: 1 } }),
  'POST /api/agent/meetings/:id/lines': () => ({ body: { lines: [] } }),
  'POST /api/agent/meetings/:id/heartbeat': () => ({ body: { state: 'listening' } }),
  'POST /api/agent/meetings/:id/proposals': ({ memberId }) => ({
    body: {
      key: 'a',
      tool: 'recordDecision',
      arguments: { text: 'x' },
      askedBy: memberId,
      approver: null,
      cause: null,
    },
  }),
  'POST /api/agent/meetings/:id/replies': () => ({
    body: {
      id: 'rpl_01JD0000000000000000000000',
      kind: 'question',
      asker: null,
      question: 'When?',
      cause: null,
      audience: 'all',
      text: 'On Friday.',
      citations: [],
      by: 'rules',
      spoken: false,
      state: 'done',
      atMs: 0,
    },
  }),
  'POST /api/meetings/:id/chat': () => ({ body: { id: createId('msg'), text: 'Hello.' } }),
  // Without an upgrade. Who gets which document is tried in web/routes/documents.db.test.ts.
  'GET /api/meetings/:id/documents': () => ({ alsoFine: [400] }),
  // The body is an image: those who get through are told that this is none.
  'POST /api/meetings/:id/board/files': () => ({ alsoFine: [400] }),
  'GET /api/meetings/:id/board/files/:fileId': () => ({
    parameters: { fileId: createId('fil') },
    alsoFine: [404],
  }),
  'POST /api/meetings/:id/people/:personId/pen': () => ({ body: { pen: true } }),
  'POST /api/meetings/:id/breakouts': () => ({ body: { rooms: [{ name: 'Room 1' }] } }),
  // No rooms are open. Who gets into which is tried in web/routes/breakouts.db.test.ts.
  'POST /api/meetings/:id/breakouts/:roomId/join': () => ({
    parameters: { roomId: createId('mtg') },
    alsoFine: [404],
  }),
  'POST /api/meetings/:id/breakouts/move': ({ memberId }) => ({
    body: { personId: memberId, roomId: null },
    alsoFine: [409],
  }),
  'POST /api/meetings/:id/breakouts/message': () => ({ body: { text: 'Five minutes.' }, alsoFine: [409] }),
  'POST /api/meetings/:id/breakouts/close': () => ({ alsoFine: [409] }),
  'POST /api/meetings/:id/hand': () => ({ body: { raised: true } }),
  'POST /api/meetings/:id/hands/lower': () => ({ body: {} }),
  'POST /api/meetings/:id/reactions': () => ({ body: { reaction: '👍' } }),
  'PUT /api/meetings/:id/polls/:pollId': () => ({
    parameters: { pollId: createId('pol') },
    body: { question: 'Where?', choices: ['Here', 'There'], launch: true },
  }),
  'POST /api/meetings/:id/polls/:pollId/vote': () => ({ body: { choices: [0], revision: 1 } }),
  'POST /api/meetings/:id/screen': () => ({ body: { from: null } }),
  'POST /api/meetings/:id/assistant': () => ({ body: { muted: true } }),
  'POST /api/meetings/:id/approvals/:approvalId/decision': ({ approval }) => ({
    body: { decision: 'reject', digest: approval.digest, reason: 'Not now.' },
    // Whoever comes second finds it decided.
    alsoFine: [409],
  }),
  // The cast's meeting is not over, and nobody has said anything.
  'PUT /api/meetings/:id/lines/:ref': () => ({ ...oneLine, body: { text: 'Hello.', seen: 'Hallo.' } }),
  'PUT /api/meetings/:id/lines/:ref/speaker': () => ({ ...oneLine, body: { name: 'Ana' } }),
  'PUT /api/meetings/:id/speakers/:speaker': ({ memberId }) => ({
    parameters: { speaker: memberId },
    body: { name: 'Ana' },
    alsoFine: [409],
  }),
  'GET /api/meetings/:id/lines/:ref/edits': () => ({ parameters: { ref: '1.1' }, alsoFine: [404] }),
  'POST /api/meetings/:id/tasks': () => ({ body: { text: 'Bring tea', owner: null, due: null } }),
  'PATCH /api/meetings/:id/tasks/:taskId': () => ({ body: { done: true } }),
  'POST /api/meetings/:id/decisions': () => ({ body: { text: 'We meet on Fridays.' } }),
  'PATCH /api/meetings/:id/decisions/:decisionId': () => ({ body: { text: 'On Mondays.' } }),
  'POST /api/agent/workers': () => ({
    body: { workerId: 'wrk_01JD0000000000000000000000', activeJobs: 0, maxJobs: 1 },
  }),
  'GET /api/unsubscribe/:token': () => ({ parameters: { token: linkToken }, alsoFine: understood }),
  'POST /api/unsubscribe/:token': () => ({ parameters: { token: linkToken }, alsoFine: understood }),
  'DELETE /api/unsubscribe/:token': () => ({ parameters: { token: linkToken }, alsoFine: understood }),
  'POST /api/read-links': () => ({ body: { token: linkToken }, alsoFine: understood }),
  // The cast's meeting goes on.
  'POST /api/meetings/:id/summary': () => ({ body: { template: 'general' }, alsoFine: [409] }),
  'POST /api/meetings/:id/recording': () => ({ body: { active: false } }),
  'GET /api/meetings/:id/recordings/:soundId/sound': () => ({
    parameters: { soundId: 'fil_01JD0000000000000000000000' },
    alsoFine: [404],
  }),
  'GET /api/meetings/:id/recordings/:pictureId/picture': () => ({
    parameters: { pictureId: 'fil_01JD0000000000000000000000' },
    alsoFine: [404],
  }),
  // The cast's meeting still runs, and can be shared when it is over.
  'POST /api/meetings/:id/shares': () => ({
    body: { parts: ['summary'], expiresInDays: 7 },
    alsoFine: [409],
  }),
  'DELETE /api/meetings/:id/shares/:shareId': ({ share }) => ({
    parameters: { shareId: share.id },
  }),
  // Who may see it needs not ask.
  'POST /api/meetings/:id/access-request': () => ({ body: { note: 'Please.' }, alsoFine: [409] }),
  'POST /api/meetings/:id/access-requests/:requestId': ({ accessRequests }) => ({
    parameters: { requestId: accessRequests.asker },
    body: { decision: 'refuse' },
  }),
  'DELETE /api/meetings/:id/access-requests/:requestId': ({ accessRequests }) => ({
    parameters: { requestId: accessRequests.allowed },
  }),
  'POST /api/meetings/:id/retention': () => ({ body: { keep: 30 } }),
  // It still runs.
  'DELETE /api/meetings/:id': () => ({ alsoFine: [409] }),
  'POST /api/shares/open': () => ({ body: { secret: linkToken }, alsoFine: understood }),
  'GET /api/shares/:shareId/sound/:recordingId': ({ share }) => ({
    parameters: { shareId: share.id, recordingId: share.recordingId },
    // The sound itself is not there.
    alsoFine: [404],
  }),
  'GET /api/shares/:shareId/picture/:pictureId': ({ share }) => ({
    parameters: { shareId: share.id, pictureId: 'fil_01JD0000000000000000000000' },
    alsoFine: [404],
  }),
  'POST /api/recorder/claim': () => ({ body: { recorderId: 'wrk_01JD0000000000000000000000' } }),
  'POST /api/recorder/recordings/:id/report': () => ({
    parameters: { id: 'rec_01JD0000000000000000000000' },
    body: { recorderId: 'wrk_01JD0000000000000000000000', files: [], finished: false },
  }),
  'GET /api/recorder/meetings/:meetingId/recordings/:id': ({ meeting }) => ({
    parameters: { meetingId: meeting.id, id: 'rec_01JD0000000000000000000000' },
  }),
  'POST /api/webhooks/livekit': () => ({ body: { event: 'room_finished', id: 'EV_1' } }),
  // Without agent and functions the whole is not well.
  'GET /api/health': () => ({ alsoFine: [503] }),
};

/** The request for a route; parameters that it does not name itself are those of the cast's meeting. */
export function requestFor(route: ApiRoute, cast: Cast): Required<AccessRequest> & { path: string } {
  const request = requests[nameOfRoute(route)]?.(cast) ?? {};
  const parameters: Record<string, string> = {
    code: cast.meeting.code,
    id: personaGroup.routes.includes(route) ? cast.personaId : cast.meeting.id,
    personId: cast.memberId,
    approvalId: cast.approval.id,
    taskId: cast.taskId,
    decisionId: cast.decisionId,
    pollId: cast.pollId,
    ...request.parameters,
  };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined)
      throw new Error(`${nameOfRoute(route)}: web/testing/access-requests.ts has no "${name}"`);
    return encodeURIComponent(value);
  });
  return { path, parameters, body: request.body, alsoFine: request.alsoFine ?? [] };
}

/** Routes whose body nobody has written down here: a walk could not tell a refusal from a bad request. */
export function routesWithoutRequest(routes: readonly ApiRoute[]): string[] {
  return routes
    .filter(({ request }) => request)
    .map(nameOfRoute)
    .filter((name) => !(name in requests));
}
