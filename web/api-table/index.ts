/**
 * The whole API in one table. `/api/openapi.json` is made from it, and `npm run check:access` tries every entry as
 * everyone; a route without an entry fails the tests.
 */
import { accessRequestGroup } from './access-requests.ts';
import { accountGroup } from './accounts.ts';
import { approvalGroup } from './approvals.ts';
import { archiveGroup } from './archive.ts';
import { boardGroup } from './board.ts';
import { breakoutGroup } from './breakouts.ts';
import { chatGroup } from './chat.ts';
import { documentGroup } from './documents.ts';
import { handGroup } from './hands.ts';
import { keepingGroup } from './keeping.ts';
import { lineGroup } from './lines.ts';
import { meetingGroup } from './meetings.ts';
import { peopleGroup } from './people.ts';
import { personaGroup } from './personas.ts';
import { planningGroup } from './planning.ts';
import { pollGroup } from './polls.ts';
import { agentGroup, systemGroup } from './programs.ts';
import { recordingGroup } from './recordings.ts';
import type { ApiGroup, ApiRoute } from './route.ts';
import { screenGroup } from './screen.ts';
import { summaryGroup } from './summaries.ts';
import { taskGroup } from './tasks.ts';
import { webhookGroup } from './webhooks.ts';
import { workspaceGroup } from './workspace.ts';

export const apiGroups: readonly ApiGroup[] = [
  accountGroup,
  workspaceGroup,
  webhookGroup,
  meetingGroup,
  lineGroup,
  planningGroup,
  peopleGroup,
  breakoutGroup,
  chatGroup,
  boardGroup,
  documentGroup,
  handGroup,
  pollGroup,
  screenGroup,
  personaGroup,
  approvalGroup,
  taskGroup,
  recordingGroup,
  summaryGroup,
  keepingGroup,
  accessRequestGroup,
  archiveGroup,
  agentGroup,
  systemGroup,
];

export const apiRoutes: readonly ApiRoute[] = apiGroups.flatMap(({ routes }) => routes);
