import { account, schemaDomain } from './account';
import type { Reply, Responder } from './upstream';

export const ENVIRONMENT = `ZE${'1a'.repeat(16)}`;
export const BASE_BUILD = `ZB${'2b'.repeat(16)}`;
export const NEW_BUILD = `ZB${'3c'.repeat(16)}`;

/**
 * What publishing asks of the Serverless API, as far as one publication on top of another goes well. The whole double,
 * which can do and break much more, is in sandbox/serverless/.
 */
export function serverless(): Responder {
  let deployed = BASE_BUILD;
  let uploads = 0;
  const environment = () => ({
    sid: ENVIRONMENT,
    unique_name: 'display-schema',
    domain_name: schemaDomain,
    build_sid: deployed,
  });
  const answers: [RegExp, () => unknown][] = [
    [/^GET \/Environments\?/, () => ({ environments: [environment()], meta: { next_page_url: null } })],
    [/^GET \/Environments\/\w+$/, environment],
    [/^GET \/Builds\/\w+\/Status$/, () => ({ status: 'completed' })],
    [/^GET \/Builds\/\w+$/, () => ({ asset_versions: assets() })],
    [/^POST \/Assets$/, () => ({ sid: `ZH${'4d'.repeat(16)}` })],
    [/^POST \/Assets\/\w+\/Versions$/, () => ({ sid: `ZN${String((uploads += 1)).padStart(32, '0')}` })],
    [/^POST \/Builds$/, () => ({ sid: NEW_BUILD })],
    [/^POST \/Environments\/\w+\/Deployments$/, () => ({ build_sid: (deployed = NEW_BUILD) })],
    [
      /^GET \/Environments\/\w+\/Deployments\?/,
      () => ({
        deployments: [...(deployed === NEW_BUILD ? [NEW_BUILD] : []), BASE_BUILD].map((sid) => ({ build_sid: sid })),
      }),
    ],
  ];
  return (request): Reply | undefined => {
    if (!/^serverless(?:-upload)?\.twilio\.com$/.test(request.host)) return undefined;
    const path = request.path.replace(`/v1/Services/${account.SERVICE_SID}`, '');
    const answer = answers.find(([pattern]) => pattern.test(`${request.method} ${path}`))?.[1];
    return answer === undefined ? undefined : { status: request.method === 'POST' ? 201 : 200, json: answer() };
  };
}

function assets() {
  return ['/index.json', '/r/1.json'].map((path, index) => ({
    sid: `ZN${'5e'.repeat(15)}0${index}`,
    asset_sid: `ZH${'6f'.repeat(15)}0${index}`,
    path,
  }));
}
