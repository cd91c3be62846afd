import type { Reply, Responder } from './upstream';
import { account, agentSid, schemaDomain } from './account';

/** What IAM says of tokens. */
export function iam(
  tokens: Record<string, { workerSid?: string | null; roles?: unknown; [field: string]: unknown }>,
): Responder {
  return (request): Reply | undefined => {
    if (!request.host.startsWith('iam.')) return undefined;
    const { token } = JSON.parse(request.body) as { token: string };
    const known = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (known === undefined) {
      return { status: 200, json: { valid: false, code: 20101, message: 'Invalid Access Token', worker_sid: null } };
    }
    const { workerSid = agentSid, roles = ['agent'], ...rest } = known;
    return {
      status: 200,
      json: {
        valid: true,
        code: 0,
        message: null,
        expiration: '2099-01-01T00:00:00Z',
        realm_user_id: 'ana',
        identity: 'ana',
        roles,
        worker_sid: workerSid,
        ...rest,
      },
    };
  };
}

/** The environment list and the assets of the schema environment. `undefined`: the environment does not exist. */
export function schemaAssets(assets: Record<string, unknown> | undefined, deployed = true): Responder {
  return (request): Reply | undefined => {
    if (request.host === 'serverless.twilio.com') {
      const environments =
        assets === undefined
          ? []
          : [
              {
                unique_name: 'display-schema',
                domain_name: schemaDomain,
                build_sid: deployed ? `ZB${'f6'.repeat(16)}` : null,
              },
            ];
      return { status: 200, json: { environments, meta: { next_page_url: null } } };
    }
    if (request.host !== schemaDomain) return undefined;
    const asset = assets?.[request.path];
    return asset === undefined ? { status: 404, json: {} } : { status: 200, json: asset };
  };
}

/** The assets of published documents, the last one live. */
export function published(...documents: unknown[]): Record<string, unknown> {
  const assets: Record<string, unknown> = {
    '/index.json': {
      format: 1,
      live: documents.length,
      revisions: documents
        .map((_document, index) => ({
          revision: index + 1,
          publishedAt: '2026-11-20T10:00:00Z',
          publishedBy: { name: 'Ana', workerSid: agentSid },
          comment: 'First',
        }))
        .reverse(),
    },
  };
  documents.forEach((document, index) => (assets[`/r/${index + 1}.json`] = document));
  return assets;
}

export { account };
