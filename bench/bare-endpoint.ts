/**
 * The least that a web process can do with lines, in a process of its own: Node's HTTP server, `JSON.parse`, one
 * insert. No token, no check of a line, no header. Arguments: database, meeting. Tells its parent the port.
 */
import { createServer } from 'node:http';
import { openDatabase } from '../db/database.ts';
import { insertBare } from './insert-bare.ts';

const [databaseUrl = '', meetingId = ''] = process.argv.slice(2);
await using database = openDatabase(databaseUrl);
const server = createServer(async (request, response) => {
  const { lines } = JSON.parse(Buffer.concat(await request.toArray()).toString());
  await insertBare(database.sql, meetingId, lines);
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify({ stored: lines.length, rejected: [] }));
});
const closed = new Promise<void>((resolve) => server.once('close', resolve));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.once('disconnect', () => {
  server.close();
  server.closeAllConnections();
});
await closed;
