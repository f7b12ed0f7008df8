import {
  editPersonaSchema,
  personaAnswerSchema,
  personaDetailSchema,
  personaListSchema,
  writePersonaSchema,
} from '../../lib/persona-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const personaGroup: ApiGroup = {
  name: 'Personas',
  routes: [
    describeRoute('GET /api/personas', {
      summary: 'AI participants to choose from; without an account only those that come with Parley',
      access: 'anyone',
      query: { archived: '`1`: archived ones too' },
      answer: { status: 200, schema: personaListSchema },
    }),
    describeRoute('POST /api/personas', {
      summary: 'Write a persona',
      access: 'account',
      request: writePersonaSchema,
      answer: { status: 201, schema: personaAnswerSchema },
    }),
    describeRoute('GET /api/personas/:id', {
      summary: 'One persona with all its versions',
      access: 'account',
      answer: { status: 200, schema: personaDetailSchema },
    }),
    describeRoute('POST /api/personas/:id/versions', {
      summary: 'Save a new version; its author and the owner of the installation may',
      access: 'workspaceOwner',
      request: editPersonaSchema,
      answer: { status: 200, schema: personaAnswerSchema },
    }),
    describeRoute('POST /api/personas/:id/duplicate', {
      summary: 'Make a persona of your own with the same text',
      access: 'account',
      answer: { status: 201, schema: personaAnswerSchema },
    }),
    describeRoute('POST /api/personas/:id/archive', {
      summary: 'Take a persona out of the list; meetings keep it',
      access: 'workspaceOwner',
      answer: { status: 200, schema: personaAnswerSchema },
    }),
    describeRoute('POST /api/personas/:id/restore', {
      summary: 'Put an archived persona back into the list',
      access: 'workspaceOwner',
      answer: { status: 200, schema: personaAnswerSchema },
    }),
  ],
};
