import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';

/** A request that reached the double of the outside world. */
export interface Received {
  method: string;
  /** Host it was meant for. */
  host: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** How to answer: status, JSON and headers, or do something else with the connection. */
export type Reply =
  | { status: number; json?: unknown; text?: string; headers?: Record<string, string> }
  | ((response: ServerResponse) => void);
export type Responder = (request: Received) => Reply | undefined;

/** Twilio and Segment on one loopback port, as CUSTOMER_CONTEXT_LOOPBACK expects them. */
export interface Upstream {
  origin: string;
  received: Received[];
  /** Answers matching requests; the latest that gives a reply wins. */
  on: (responder: Responder) => void;
  close: () => Promise<void>;
}

export async function startUpstream(): Promise<Upstream> {
  const received: Received[] = [];
  const responders: Responder[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const match = /^\/_out\/([^/]+)(\/.*)$/.exec(request.url ?? '');
      const item: Received = {
        method: request.method ?? '',
        host: match?.[1] ?? '',
        path: match?.[2] ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(item);
      const reply = responders.reduceRight<Reply | undefined>(
        (found, responder) => found ?? responder(item),
        undefined,
      );
      if (typeof reply === 'function') {
        reply(response);
        return;
      }
      const { status, json, text, headers } = reply ?? { status: 599, json: { unexpected: item.path } };
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(text ?? (json === undefined ? '' : JSON.stringify(json)));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The double has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    received,
    on: (responder) => void responders.push(responder),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
