/** What `life.ts` starts and kills: the functions and the sender of mails on the database that it is given. */
import { openDatabase } from '../../../db/database.ts';
import type { ServiceAddresses } from './services.ts';
import { startParley } from './start-parley.ts';

const [, , databaseUrl = '', addresses = '{}'] = process.argv;
await startParley(openDatabase(databaseUrl), JSON.parse(addresses) as ServiceAddresses);
process.once('disconnect', () => process.exit());
process.send?.('works');
