import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { SandboxError } from '../errors';

/** Listens on this machine only. `port` 0: any free one. */
export async function listen(app: Express, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port, error) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
  return { server, port: address.port };
}

function portTaken(port: number, cause: Error): SandboxError {
  return new SandboxError(
    'port-taken',
    `Port ${port} is in use, perhaps by a sandbox that is still running. Stop that, or choose another port, such as PORT=${port + 1}.`,
    { cause },
  );
}

/** Ends connections too: pages keep theirs open. */
export function closeServer(server: Server, sockets: Iterable<{ terminate: () => void }>): Promise<void> {
  for (const socket of sockets) socket.terminate();
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
