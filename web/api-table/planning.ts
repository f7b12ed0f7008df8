import {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  calendarAddressSchema,
  createInvitationsSchema,
  editMeetingSchema,
  invitationListSchema,
  meetingCountsSchema,
  meetingDetailsSchema,
  meetingListSchema,
  moveOccurrenceSchema,
} from '../../lib/planning.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const filters = {
  times: '`all`, `upcoming`, `live` or `past`',
  origin: '`all`, `mine` or `invited`: planned by others',
  search: 'Words of a title, or of the name of someone who was there',
};

export const planningGroup: ApiGroup = {
  name: 'Planning',
  routes: [
    describeRoute('GET /api/meetings', {
      summary:
        'One page of the meetings that one may see; upcoming ones from the next on, others from the newest',
      access: 'account',
      query: { ...filters, after: 'Cursor: `next` of the page before' },
      answer: { status: 200, schema: meetingListSchema },
    }),
    describeRoute('GET /api/meetings/counts', {
      summary: 'How many meetings each choice of `times` lists',
      access: 'account',
      query: filters,
      answer: { status: 200, schema: meetingCountsSchema },
    }),
    describeRoute('GET /api/meetings/:id/details', {
      summary: 'A meeting with its plan and the people who were there',
      access: 'meeting',
      answer: { status: 200, schema: meetingDetailsSchema },
    }),
    describeRoute('PATCH /api/meetings/:id', {
      summary: 'Change a meeting that has not begun; a new title or time is mailed to invited people',
      access: 'edit',
      request: editMeetingSchema,
      answer: { status: 200, schema: meetingDetailsSchema },
    }),
    describeRoute('PATCH /api/meetings/:id/occurrence', {
      summary: 'Move one meeting of a series; invited people hear of it, the others stay as they are',
      access: 'edit',
      request: moveOccurrenceSchema,
      answer: { status: 200, schema: meetingDetailsSchema },
    }),
    describeRoute('POST /api/meetings/:id/occurrence/cancel', {
      summary: 'Cancel one meeting of a series; the next one takes its link',
      access: 'edit',
      answer: { status: 204 },
    }),
    describeRoute('POST /api/meetings/:id/cancel', {
      summary: 'Cancel a meeting that has not begun, of a series all that is to come',
      access: 'edit',
      answer: { status: 204 },
    }),
    describeRoute('GET /api/calendar', {
      summary: "The secret address of one's calendar (iCalendar), for programs that subscribe to it",
      access: 'account',
      answer: { status: 200, schema: calendarAddressSchema },
    }),
    describeRoute('POST /api/calendar/renew', {
      summary: 'Give the calendar a new address; earlier ones open nothing any more',
      access: 'account',
      answer: { status: 200, schema: calendarAddressSchema },
    }),
    describeRoute('GET /api/meetings/:id/invitations', {
      summary: 'Invitations to the meeting or its series, the newest first',
      access: 'edit',
      answer: { status: 200, schema: invitationListSchema },
    }),
    describeRoute('POST /api/meetings/:id/invitations', {
      summary: 'Invite by a link, or people by mail',
      access: 'edit',
      request: createInvitationsSchema,
      answer: { status: 201, schema: invitationListSchema },
    }),
    describeRoute('DELETE /api/meetings/:id/invitations/:invitationId', {
      summary: 'Withdraw an invitation',
      access: 'edit',
      answer: { status: 204 },
    }),
    describeRoute('POST /api/invitations/accept', {
      summary: 'Open the link of an invitation; a cookie remembers it for the join',
      access: 'anyone',
      request: acceptInvitationSchema,
      answer: { status: 200, schema: acceptedInvitationSchema },
    }),
  ],
};
