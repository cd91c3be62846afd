import { randomUUID } from 'node:crypto';
import { isObject } from '../../../display/json';
import { createExpiringCache } from '../../../service/cache/expiring-cache';
import { HOSTS, readProfileConfig, readTrackingConfig, type Region } from '../../../service/segment/config';
import type { Settings } from '../../../service/settings/settings';
import { flexWorkspace } from '../../../service/taskrouter/workspace';
import { basic } from '../../../service/twilio/credentials';
import { fail, note, notSetUp, ok, warn, type Check, type Finding } from '../check';
import type { Doctor } from '../doctor';
import { READING, WRITING, segmentSettings } from '../segment';

const other = (region: Region): Region => (region === 'us' ? 'eu' : 'us');
const regionOf = (settings: Settings): Region => (settings.get('SEGMENT_REGION') === 'eu' ? 'eu' : 'us');

/** Asks a region for a profile that can't exist. */
async function askRegion(
  { ask }: Doctor,
  settings: Settings,
  region: Region,
): Promise<{ status: number; known: boolean }> {
  const { spaceId, accessToken } = readProfileConfig(settings);
  const path = `/v1/spaces/${spaceId}/collections/users/profiles/user_id:doctor-${randomUUID()}/traits?limit=1`;
  const headers = { Authorization: basic(accessToken, '') };
  const { status, json } = await ask(`${HOSTS[region].profiles}${path}`, { headers });
  const error = json?.['error'];
  return { status, known: status === 404 && isObject(error) && error['code'] === 'not_found' };
}

const notChecked = (missing: readonly string[]): Finding => ({
  severity: 'skipped',
  says: `not checked: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`,
});

/** What the functions talk to. */
export const UPSTREAMS: readonly Check[] = [
  {
    id: 'tokens',
    name: 'Token validation',
    needs: ['credentials'],
    asks: 'Does Twilio judge a nonsense Flex token, in the realm of TWILIO_IAM_REALM?',
    mends: 'Leave TWILIO_IAM_REALM empty unless Twilio gave you a realm.',
    async run({ settings, ask, authorization }) {
      const realm = settings.optional('TWILIO_IAM_REALM');
      const host = realm === undefined ? 'iam.twilio.com' : `iam.${realm}.twilio.com`;
      const url = `https://${host}/v1/Accounts/${settings.get('ACCOUNT_SID')}/Tokens/validate`;
      const { status, json } = await ask(url, {
        headers: { Authorization: authorization(), 'Content-Type': 'application/json' },
        body: JSON.stringify({ token: 'not-a-token' }),
      });
      if (json?.['valid'] === false || status === 400) return ok('a nonsense token is refused');
      if (json?.['valid'] === true)
        return fail('Twilio takes a nonsense token for a valid one', 'Write to Twilio’s support.');
      const mend =
        realm === undefined
          ? 'Ask Twilio’s support whether the account has a realm; then set TWILIO_IAM_REALM.'
          : 'Check TWILIO_IAM_REALM, or leave it empty.';
      return fail(`${host} answered ${status}`, mend);
    },
  },
  {
    id: 'workspace',
    name: 'TaskRouter workspace',
    needs: ['credentials'],
    asks: 'Does Flex name a TaskRouter workspace, and is it there?',
    mends: 'Set Flex up in the Twilio console.',
    async run({ api, settings, call }) {
      const sid = await flexWorkspace(api(), settings.get('ACCOUNT_SID'), createExpiringCache(1), call());
      const found = await api().get('taskrouter', `https://taskrouter.twilio.com/v1/Workspaces/${sid}`, call());
      if (found === undefined)
        return fail(
          `Flex names ${sid}, which is not there`,
          'Set Flex up again: https://console.twilio.com/us1/develop/flex.',
        );
      return ok(sid);
    },
  },
  {
    id: 'segment-read',
    name: 'Segment, reading',
    needs: [],
    asks: 'Do SEGMENT_SPACE_ID, SEGMENT_PERSONA_KEY and SEGMENT_REGION belong together? A profile that can’t exist is asked for.',
    mends: 'Segment → Unify → Unify settings → API access.',
    async run(doctor) {
      const { settings, missing } = await segmentSettings(doctor, READING);
      if (missing.length > 0) return notChecked(missing);
      const region = regionOf(settings);
      const here = await askRegion(doctor, settings, region);
      if (here.known || here.status === 200) return ok(`the space answers in region ${region}`);
      if (here.status === 429) return warn('Segment answers too many requests at the moment', 'Try again in a minute.');
      if (here.status >= 500)
        return notSetUp(`Segment answered ${here.status}`, 'Try again; https://status.segment.com says more.');
      const there = await askRegion(doctor, settings, other(region)).catch(() => undefined);
      if (there?.known === true) {
        return notSetUp(
          `the space lives in region ${other(region)}, not ${region}`,
          `Set SEGMENT_REGION=${other(region)}, then ${doctor.command('deploy')}.`,
        );
      }
      const what =
        here.status === 404
          ? 'Segment does not know SEGMENT_SPACE_ID'
          : 'Segment refuses SEGMENT_PERSONA_KEY for SEGMENT_SPACE_ID';
      return notSetUp(what, 'Copy both from Segment → Unify → Unify settings → API access.');
    },
  },
  {
    id: 'segment-write',
    name: 'Segment, writing',
    needs: [],
    asks: 'Does Segment’s Tracking API answer? An empty batch is sent. Segment says 200 to any write key, so the key itself can’t be proven.',
    mends: 'Segment → Connections → Sources → the source → Settings → API keys.',
    async run(doctor) {
      const { settings, missing } = await segmentSettings(doctor, WRITING);
      if (missing.length > 0) return notChecked(missing);
      const { host, writeKey } = readTrackingConfig(settings);
      const where = 'Copy the key from Segment → Connections → Sources → the source → Settings → API keys.';
      if (writeKey === settings.optional('SEGMENT_PERSONA_KEY')) {
        return notSetUp('SEGMENT_WRITE_KEY and SEGMENT_PERSONA_KEY are the same, and can’t be', where);
      }
      if (writeKey === settings.optional('SEGMENT_EVENTS_WRITE_KEY')) {
        return fail('SEGMENT_EVENTS_WRITE_KEY is that of the customers’ source: agents would become profiles', where);
      }
      const { status } = await doctor.ask(`${host}/v1/batch`, {
        headers: { Authorization: basic(writeKey, ''), 'Content-Type': 'application/json' },
        body: JSON.stringify({ batch: [] }),
      });
      if (status === 401 || status === 403) return notSetUp('Segment refuses SEGMENT_WRITE_KEY', where);
      if (status < 200 || status > 299)
        return warn(`Segment answered ${status} to an empty batch`, 'Try again in a minute.');
      return note(
        `reachable in region ${regionOf(settings)}; Segment takes any write key, so whether this one is right shows only in the source’s Debugger`,
        'Call identifyUser once from a flow, and look at Segment → Connections → Sources → the source → Debugger.',
      );
    },
  },
];
