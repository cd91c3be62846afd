/** The Segment double alone on a free loopback port, without the rest of the sandbox: for tests and benchmarks. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { mountSegment } from './extension';
import { createSegment, type Segment, type SegmentOptions } from './segment';

export interface ListeningSegment {
  /** `http://127.0.0.1:<port>`; Segment's hosts are below `/_out/<host>`. */
  url: string;
  segment: Segment;
  close: () => Promise<void>;
}

export async function listenSegment(options: SegmentOptions = {}): Promise<ListeningSegment> {
  const segment = createSegment(options);
  const app = express();
  app.disable('x-powered-by');
  mountSegment(app, segment);
  const server = app.listen(0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    segment,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
