/** A way to Postgres that breaks for good at one message, as the connections of a killed process do. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Where the way breaks. */
export interface Break {
  /** Counts the messages to Postgres; every await of the work is one or more. */
  message: number;
  /** `before`: that message never arrives. `after`: it does, and its answer does not. */
  when: 'before' | 'after';
}

export interface SeverableWay extends AsyncDisposable {
  /** Leads to the same database. */
  url: string;
  /** Counts messages from now on and breaks at the one of `stop`. */
  breakAt(stop: Break): void;
  isBroken(): boolean;
  /** Messages since then. */
  messages(): number;
  /** Resolves when it breaks. */
  broken: Promise<void>;
}

export async function openSeverableWay(databaseUrl: string): Promise<SeverableWay> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let stop: Break | null = null;
  let count = 0;
  let isBroken = false;
  const broken = Promise.withResolvers<void>();

  const breakNow = () => {
    isBroken = true;
    broken.resolve();
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    keep(client);
    keep(upstream);
    let answerIsLost = false;
    client.on('data', (message) => {
      count += 1;
      const isLast = stop !== null && count === stop.message;
      if (isLast && stop?.when === 'before') return breakNow();
      // Broken when Postgres has answered: by then it has done what it was told.
      if (isLast) answerIsLost = true;
      upstream.write(message);
    });
    upstream.on('data', (answer) => (answerIsLost ? breakNow() : client.write(answer)));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    breakAt(next) {
      stop = next;
      count = 0;
    },
    isBroken: () => isBroken,
    messages: () => count,
    broken: broken.promise,
    async [Symbol.asyncDispose]() {
      breakNow();
    },
  };
}
