import { createHash } from 'node:crypto';
import express, { type Request, type RequestHandler } from 'express';
import { sameSignature, signGet } from '../../service/twilio/signature';

/** As large as Twilio's local runtime takes; it finds bodies parsed already and leaves them. */
const BODY_LIMIT = '6mb';

/**
 * Refuses requests for protected paths that the account did not sign, as Twilio's platform does in front of functions.
 * The signature covers the full URL that the caller used and, for a form, its parameters sorted by name; a JSON body is
 * covered by its hash in the URL.
 *
 * @param addressOf that URL; default: the one of this machine.
 */
export function checkSignature(
  authToken: string,
  isProtected: (path: string) => boolean,
  addressOf: (request: Request) => string = addressHere,
): RequestHandler {
  const router = express.Router();
  const raw = new WeakMap<object, Buffer>();
  const keep = (request: object, _response: unknown, body: Buffer) => void raw.set(request, body);
  router.use(express.urlencoded({ extended: false, limit: BODY_LIMIT, verify: keep }));
  router.use(express.json({ limit: BODY_LIMIT, verify: keep }));
  router.use((request, response, next) => {
    if (request.method === 'OPTIONS' || !isProtected(request.path)) {
      next();
      return;
    }
    const given = request.header('X-Twilio-Signature') ?? '';
    const form = request.is('application/x-www-form-urlencoded') ? (request.body as Record<string, unknown>) : {};
    const hash = request.query['bodySHA256'];
    const intact =
      typeof hash !== 'string' ||
      hash ===
        createHash('sha256')
          .update(raw.get(request) ?? Buffer.alloc(0))
          .digest('hex');
    if (intact && sameSignature(given, signGet(addressOf(request) + sorted(form), authToken))) {
      next();
      return;
    }
    response.status(403).type('text/plain').send('Unauthorized - you are not authorized to perform this action');
  });
  return router;
}

const addressHere = (request: Request) => `http://${request.headers.host ?? ''}${request.originalUrl}`;

/** Names and values in one string, sorted by name; a name that came several times has its values once each. */
function sorted(form: Record<string, unknown>): string {
  return Object.keys(form)
    .sort()
    .map((name) => {
      const values = [form[name]].flat().map(String);
      return [...new Set(values)]
        .sort()
        .map((value) => name + value)
        .join('');
    })
    .join('');
}
