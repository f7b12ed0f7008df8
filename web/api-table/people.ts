import {
  changeRoleSchema,
  changeSettingsSchema,
  meetingSettingsSchema,
  peopleSchema,
  silencePersonSchema,
} from '../../lib/host-messages.ts';
import { admissionStateSchema } from '../../lib/messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const act = (action: string, summary: string) =>
  describeRoute(`POST /api/meetings/:id/people/:personId/${action}`, {
    summary,
    access: 'moderate',
    answer: { status: 204 },
  });

export const peopleGroup: ApiGroup = {
  name: 'People',
  routes: [
    describeRoute('GET /api/meetings/:id/admission', {
      summary: 'Whether the person of this token may join now; removed people hear that they are',
      access: 'everJoined',
      answer: { status: 200, schema: admissionStateSchema },
    }),
    describeRoute('GET /api/meetings/:id/people', {
      summary: 'Who is here, who waits and who stays out, with the settings of the meeting',
      access: 'moderate',
      answer: { status: 200, schema: peopleSchema },
    }),
    describeRoute('POST /api/meetings/:id/settings', {
      summary: 'Lock, waiting room, password, number of people',
      access: 'moderate',
      request: changeSettingsSchema,
      answer: { status: 200, schema: meetingSettingsSchema },
    }),
    describeRoute('POST /api/meetings/:id/people/admit-all', {
      summary: 'Let everyone in who waits',
      access: 'moderate',
      answer: { status: 204 },
    }),
    act('admit', 'Let one person in'),
    act('decline', 'Keep someone out who waits'),
    act('remove', 'Put someone out, who then stays out'),
    act('mute', 'Ask someone to turn the microphone off'),
    describeRoute('POST /api/meetings/:id/people/:personId/silence', {
      summary: 'Take the microphone away, or give it back',
      access: 'moderate',
      request: silencePersonSchema,
      answer: { status: 204 },
    }),
    describeRoute('POST /api/meetings/:id/people/:personId/role', {
      summary: 'Make somebody a co-host, or take that back',
      access: 'appoint',
      request: changeRoleSchema,
      answer: { status: 204 },
    }),
  ],
};
