import express, { type Router } from 'express';
import { unifiedProfiles } from './unified-profiles';
import type { SessionState } from '../state/session';
import { findToken } from '../tokens';

/** Doubles of what Flex asks while it boots, apart from TaskRouter: one router per host. */
export function bootRouters(session: SessionState): Record<string, Router> {
  return {
    'assets.flex.twilio.com': assets(),
    'flex.twilio.com': flex(session),
    'preview.twilio.com': unifiedProfiles(),
    'status.twilio.com': status(),
    'assets.twilio.com': fonts(),
    'media.twiliocdn.com': sounds(),
  };
}

function assets(): Router {
  const router = express.Router();
  router.get('/assets/countries.json', (_request, response) => response.json([]));
  router.get('/assets/flagPositions.json', (_request, response) => response.json({}));
  return router;
}

function flex(session: SessionState): Router {
  const router = express.Router();
  router.get('/api/v1/Session', (_request, response) => {
    // With Unified Profiles on, its container takes the place of the CRM container in Panel 2.
    const profiles = session.current.placement === 'profiles';
    const features = profiles ? [{ id: 'flex-unify-panel', enabled: true, doc_url: '' }] : [];
    response.json({ features, insights_active: false });
  });
  return router;
}

/** Paste's web fonts: without them the page's own sans-serif is used. */
function fonts(): Router {
  const router = express.Router();
  router.get(/\.css$/, (_request, response) => response.type('text/css').send(''));
  return router;
}

/** Every sound is the shortest silence that browsers play. */
function sounds(): Router {
  const router = express.Router();
  router.get(/\.mp3$/, (_request, response) => response.type('audio/wav').send(SILENCE));
  return router;
}

/** A WAV file of one sample: mono, 8 bits, 8 kHz. */
const SILENCE = Buffer.from('UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQEAAACAAA==', 'base64');

function status(): Router {
  const router = express.Router();
  router.get('/api/v2/summary.json', (_request, response) =>
    response.json({ components: [{ name: 'FLEX', status: 'operational' }], incidents: [] }),
  );
  return router;
}

/** `Token=<flex token>` in, roles out. A token that is not valid here sends Flex to the login. */
export function tokenInfo(token: unknown): { roles: readonly string[]; identity: string } | undefined {
  const facts = findToken(token);
  return facts?.state === 'valid' ? { roles: facts.roles, identity: facts.identity } : undefined;
}
