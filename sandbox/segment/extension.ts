/** Joins the Segment double to the sandbox. */
import type { Express } from 'express';
import type { SandboxExtension } from '../extension';
import { OUTSIDE } from '../host/outside-path';
import { controlRouter } from './control';
import { createSegment, type Segment, type SegmentOptions } from './segment';
import { SPACES, type Region } from './spaces';

export interface SegmentExtension extends SandboxExtension {
  segment: Segment;
}

/** @param region the region whose space the functions are set up for */
export function segmentExtension(options: SegmentOptions = {}, region: Region = 'us'): SegmentExtension {
  const segment = createSegment(options);
  const space = SPACES[region];
  return {
    name: 'segment',
    segment,
    mount: (app) => mountSegment(app, segment),
    reset: () => segment.reset(),
    variables: {
      SEGMENT_SPACE_ID: space.spaceId,
      SEGMENT_PERSONA_KEY: space.accessToken,
      SEGMENT_WRITE_KEY: space.writeKey,
      SEGMENT_EVENTS_WRITE_KEY: space.eventsWriteKey,
      SEGMENT_REGION: region,
      // The functions take events of a plugin that is built to send them.
      FLEX_APP_PLUGIN_EVENTS: 'anonymous',
    },
    upstreams: {
      'segment-profiles': /^profiles(?:\.euw1)?\.segment\.com$/,
      'segment-tracking': /^(?:api\.segment\.io|events\.eu1\.segmentapis\.com)$/,
    },
    panel: { title: 'Segment', script: new URL('panel.ts', import.meta.url) },
  };
}

/** The four hosts below `/_out/`, and the switches below `/sandbox/api/segment`. */
export function mountSegment(app: Express, segment: Segment): void {
  for (const [host, handle] of Object.entries(segment.hosts)) {
    app.use(OUTSIDE + host, (request, response, next) => {
      handle(request, response).catch((error: unknown) => {
        // A client that hangs up in the middle of its body is no fault of the double.
        if (!request.destroyed) next(error);
      });
    });
  }
  app.use('/sandbox/api/segment', controlRouter(segment));
}
