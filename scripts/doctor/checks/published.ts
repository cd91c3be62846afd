import { loadDocument } from '../../../schemas/load';
import { createSchemaMemory, createTwilioSchemaStore } from '../../../service/schema-store/twilio-schema-store';
import { liveEntry } from '../../../service/schema-store/index-document';
import { signGet } from '../../../service/twilio/signature';
import { FORM, typedError } from '../answers';
import { fail, note, notThere, ok, warn, type Check } from '../check';
import type { Place } from '../../cloud/service';
import type { Doctor } from '../doctor';
import { liesAtTwilio } from '../../deploy/plugin-state';
import { compareVersions } from '../../deploy/version';

/** A protected asset that is there: the index of display schemas, or else the plugin’s bundle. */
async function protectedAsset(doctor: Doctor): Promise<string | undefined> {
  // A service that can’t be found is another check’s line.
  const { schemas } = await doctor.place().catch((): Partial<Place> => ({}));
  if (schemas?.build !== undefined) return `https://${schemas.domain}/index.json`;
  const { registered } = await doctor.pluginState();
  return registered?.versions.find(({ archived, url }) => !archived && liesAtTwilio(url))?.url;
}

/** The address in a bundle at which functions of ours answer, though none are where they were looked for. */
async function answering({ functions, probe }: Doctor, bundle: string): Promise<string | undefined> {
  const path = functions.find(({ access }) => access === 'public')?.path ?? '/';
  for (const address of new Set(bundle.match(/https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.twil\.io(?![a-z0-9.-])/g))) {
    const request = { headers: { 'Content-Type': FORM }, body: '' };
    const answer = await probe(`${address}${path}`, request).catch(() => undefined);
    if (answer !== undefined && typedError(answer) !== undefined) return address;
  }
  return undefined;
}

const BUNDLE_BYTES = 20_000_000;

/** What was published and released for agents. */
export const PUBLISHED: readonly Check[] = [
  {
    id: 'signed-assets',
    name: 'Protected assets',
    needs: ['credentials'],
    asks: 'Is a protected asset served to a signed request, and to no other?',
    mends: 'Check AUTH_TOKEN: it must be the primary one.',
    async run(doctor) {
      const url = await protectedAsset(doctor);
      if (url === undefined) return note('none is deployed yet');
      const signature = signGet(url, doctor.settings.get('AUTH_TOKEN'));
      const signed = await doctor.probe(url, { headers: { 'X-Twilio-Signature': signature }, maxBytes: BUNDLE_BYTES });
      if (signed.status !== 200) {
        return fail(
          `a signed request is answered with ${signed.status}`,
          'Check that AUTH_TOKEN is the primary token of the account.',
        );
      }
      const bare = await doctor.probe(url, { maxBytes: BUNDLE_BYTES });
      if (bare.status === 200)
        return fail(
          'a request without a signature is answered, too',
          `${doctor.command('deploy')}; publish the display schema again.`,
        );
      return ok('served to signed requests only');
    },
  },
  {
    id: 'schema',
    name: 'Display schema',
    needs: ['service'],
    asks: 'Can the published display schema be read, and used?',
    mends: '`npm run schema -- restore <revision>`, or publish a mended document.',
    async run(doctor) {
      const { service } = await doctor.place();
      const store = createTwilioSchemaStore({
        http: doctor.http,
        api: doctor.api(),
        authToken: doctor.settings.get('AUTH_TOKEN'),
        serviceSid: service?.sid ?? '',
        memory: createSchemaMemory(),
      });
      const unreadable = 'Publish one again: in Flex, or npm run schema -- publish <file>.';
      const publications = await store.publications(doctor.call()).catch(() => undefined);
      if (publications === undefined)
        return fail('the published one can’t be read: agents see the context, and no traits', unreadable);
      if (publications.status === 'none') {
        return note(
          'none is published: agents see everything, typed by what it is',
          doctor.sandbox
            ? 'Publish one in Flex as an admin.'
            : 'npm run schema -- publish <file>, or in Flex as an admin.',
        );
      }
      const { live } = publications.index;
      const document = await store.document(liveEntry(publications.index), doctor.call()).catch(() => undefined);
      const loaded = document === undefined ? undefined : loadDocument(document);
      if (loaded === undefined || !loaded.usable) {
        const what = loaded === undefined ? 'can’t be read' : `has ${loaded.report.errors} errors`;
        return fail(
          `revision ${live} ${what}: agents see the context in the generic view, and traits by the newest valid revision or none`,
          'npm run schema -- restore <revision>; npm run schema -- history lists them.',
        );
      }
      return ok(`revision ${live} is in force`);
    },
  },
  {
    id: 'plugin',
    name: 'Plugin',
    needs: ['credentials'],
    asks: 'Is the plugin registered, and does the active release hold it?',
    mends: '`npm run deploy -- --release`',
    async run(doctor) {
      const { registered, active } = await doctor.pluginState();
      if (registered === undefined)
        return notThere(`${doctor.plugin} is not registered yet`, doctor.command('deploy', '--release'));
      if (registered.archived) {
        return fail(
          `${doctor.plugin} was archived, which can’t be undone`,
          'Give it another name in plugin/package.json, then deploy.',
        );
      }
      const released = active?.plugins.find(({ name }) => name === doctor.plugin);
      if (released === undefined) {
        return { ...warn('registered, and agents do not load it', doctor.command('deploy', '--release')), stops: true };
      }
      if (released.archived) {
        return warn(
          `agents load ${released.version}, which was archived: no other release can hold it`,
          doctor.command('deploy', '--release'),
        );
      }
      const newer = registered.versions.filter(
        ({ version, archived }) => !archived && compareVersions(version, released.version) > 0,
      );
      if (newer.length > 0)
        return note(
          `agents load ${released.version}; a newer version is registered`,
          doctor.command('deploy', '--release'),
        );
      return ok(`agents load ${released.version}`);
    },
  },
  {
    id: 'plugin-address',
    name: 'Plugin and functions',
    needs: ['plugin'],
    asks: 'Does the released bundle hold the address of these functions, and its own version? Are they there?',
    mends: '`npm run deploy -- --release`',
    async run(doctor) {
      const deployed = await doctor.deployed().catch(() => 'unknown' as const);
      // Why it can’t be told is the line of the check of the service.
      if (deployed === 'unknown') return { severity: 'skipped', says: 'not checked: needs “Serverless service”' };
      const { registered, active } = await doctor.pluginState();
      const version = active?.plugins.find(({ name }) => name === doctor.plugin)?.version ?? '';
      const url = registered?.versions.find((one) => one.version === version)?.url ?? '';
      if (!liesAtTwilio(url)) return note('the bundle lies outside of this account, so it was not looked into');
      const signature = signGet(url, doctor.settings.get('AUTH_TOKEN'));
      const bundle = await doctor.probe(url, { headers: { 'X-Twilio-Signature': signature }, maxBytes: BUNDLE_BYTES });
      const mend = doctor.command('deploy', '--release');
      if (bundle.status !== 200)
        return fail(`the bundle of ${version} is answered with ${bundle.status}, so Flex can’t load it`, mend);
      if (deployed === undefined) {
        const elsewhere = await answering(doctor, bundle.text);
        return elsewhere === undefined
          ? fail(`agents load ${version}, whose functions are not there`, mend)
          : warn(
              `agents load ${version}, which asks ${elsewhere}: other functions than those looked at here`,
              'Say where they are with --service-name, --environment or --production.',
            );
      }
      const { domain } = deployed.environment;
      if (!bundle.text.includes(`https://${domain}`))
        return fail(`version ${version} does not ask https://${domain}`, mend);
      if (!bundle.text.includes(version))
        return warn(`the bundle registered as ${version} is of another version`, mend);
      return ok(`version ${version} asks https://${domain}`);
    },
  },
];
