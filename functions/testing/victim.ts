/** A functions process to be killed: it ends the meeting that it is asked to end, and hangs while it closes the room. */
import { openDatabase } from '../../db/database.ts';
import { startFunctions } from './start-functions.ts';

const database = openDatabase(process.argv[2] ?? '');
await startFunctions(database, {
  rooms: {
    sendControl: async (room) => {
      await database.sql`insert into effects (room) values (${room})`;
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    },
    deleteRoom: async () => undefined,
  },
});
