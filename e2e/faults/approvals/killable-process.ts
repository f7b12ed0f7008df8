/** What `killable-life.ts` starts and kills: web and the functions on the database that it is given. */
import { openDatabase } from '../../../db/database.ts';
import { startServer } from '../../../lib/server.ts';
import { startParley } from './start-parley.ts';

const database = openDatabase(process.argv[2] ?? '');
const { web } = await startParley(database);
const server = await startServer(web.app, { host: '127.0.0.1', port: 0 });
process.once('disconnect', () => process.exit());
process.send?.({ url: server.url });
