/** Tries every route of the API as everyone, and compares with what the table says. */
import { apiRoutes } from '../api-table/index.ts';
import { type ApiRoute, nameOfRoute } from '../api-table/route.ts';
import { type Cast, type Credentials, createCast, type Visitor, visitors } from './access-cast.ts';
import { requestFor } from './access-requests.ts';
import { allowedVisitors } from './access-rules.ts';
import type { TestWeb } from './test-web.ts';

export interface AccessReport {
  /** Requests that were made. */
  tried: number;
  /** Somebody got through who must not, or read what is not theirs. */
  leaks: string[];
  /** Somebody was refused who must get through, or got an answer that is not as described. */
  faults: string[];
}

/** Answers by which a caller is turned away: not signed in, not allowed, not there for you, too often. */
const refusals = [401, 403, 404, 429];
/** A page of another site may not do anything in the name of somebody who is signed in. */
const foreignOrigin = 'https://evil.example';

export async function walkAccess(web: TestWeb): Promise<AccessReport> {
  const report: AccessReport = { tried: 0, leaks: [], faults: [] };
  for (const route of apiRoutes) await walkRoute(web, route, report);
  return report;
}

async function walkRoute(web: TestWeb, route: ApiRoute, report: AccessReport) {
  const cast = await createCast(web);
  const allowed = allowedVisitors(route.access);
  for (const visitor of visitors) {
    const ways = waysOf(cast.credentials[visitor]);
    await tryFromElsewhere(web, cast, route, visitor, report);
    if (allowed.includes(visitor)) await tryAsAllowed(web, cast, route, visitor, ways, report);
    else for (const way of ways) await tryAsRefused(web, cast, route, visitor, way, report);
  }
}

/** A browser sends cookies, a program a token, and someone who probes sends both. */
function waysOf({ cookie, token }: Credentials): Credentials[] {
  const ways = [
    { cookie, token },
    { cookie, token: null },
    { cookie: '', token },
  ];
  return token === null ? ways.slice(0, 1) : ways;
}

async function tryAsRefused(
  web: TestWeb,
  cast: Cast,
  route: ApiRoute,
  visitor: Visitor,
  way: Credentials,
  report: AccessReport,
) {
  const { status } = await send(web, cast, route, way, report);
  if (!refusals.includes(status)) report.leaks.push(`${visitor} got ${status} from ${nameOfRoute(route)}`);
}

/** One of the ways has to lead in, and its answer has to be as the table describes it. */
async function tryAsAllowed(
  web: TestWeb,
  cast: Cast,
  route: ApiRoute,
  visitor: Visitor,
  ways: Credentials[],
  report: AccessReport,
) {
  const { alsoFine } = requestFor(route, cast);
  const seen: number[] = [];
  for (const way of ways) {
    const { status, body } = await send(web, cast, route, way, report);
    seen.push(status);
    if (alsoFine.includes(status)) return;
    if (status !== route.answer.status) continue;
    const parsed = route.answer.schema?.safeParse(body);
    if (parsed && !parsed.success) {
      const [issue] = parsed.error.issues;
      report.faults.push(
        `${nameOfRoute(route)}: not as described: ${issue?.path.join('.')} ${issue?.message}`,
      );
    }
    return;
  }
  report.faults.push(
    `${visitor} must get ${route.answer.status} from ${nameOfRoute(route)} and got ${seen.join(', ')}`,
  );
}

async function tryFromElsewhere(
  web: TestWeb,
  cast: Cast,
  route: ApiRoute,
  visitor: Visitor,
  report: AccessReport,
) {
  const way = cast.credentials[visitor];
  const { status, readable } = await send(web, cast, route, way, report, { origin: foreignOrigin });
  if (readable || (route.method !== 'GET' && !refusals.includes(status))) {
    report.leaks.push(`${visitor} on a page of another site got ${status} from ${nameOfRoute(route)}`);
  }
}

async function send(
  web: TestWeb,
  cast: Cast,
  route: ApiRoute,
  { cookie, token }: Credentials,
  report: AccessReport,
  headers: Record<string, string> = {},
) {
  const { path, body } = requestFor(route, cast);
  report.tried += 1;
  const answer = await web.fetch(path, {
    method: route.method === 'ALL' ? 'POST' : route.method,
    headers: {
      // Each call from an address of its own: limits of attempts have tests of their own.
      'x-forwarded-for': `10.0.${report.tried >> 8}.${report.tried & 255}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === '' ? {} : { cookie }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const readable = answer.headers.has('access-control-allow-origin');
  return { status: answer.status, body: parseJson(text), readable };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
