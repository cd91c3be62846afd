import { expect, it } from 'vitest';
import { PLUGIN_SERVICE_SID, SERVICE_SID } from '../account';
import { SandboxState } from './sandbox-state';

it('keeps plugins in a service of their own, as Flex does', () => {
  const { plugins, serverless } = new SandboxState();
  expect(plugins.configuration.current.serverless_service_sids).toEqual([PLUGIN_SERVICE_SID]);
  expect(serverless.store.service(PLUGIN_SERVICE_SID).uniqueName).toBe('default');
});

it('has the functions’ service under its SID again once it was removed and made anew', () => {
  const { serverless, schema } = new SandboxState();
  serverless.store.services.delete(SERVICE_SID);
  const anew = serverless.store.createService({ uniqueName: 'customer-context', friendlyName: 'Anew' });
  expect(anew.sid).toBe(SERVICE_SID);
  schema.publish({ document: '{}' });
  expect([...anew.environments.values()].map(({ uniqueName }) => uniqueName)).toEqual(['display-schema']);
});

it('has everything that somebody removed when it is cleared, or something is published', () => {
  const state = new SandboxState();
  const { services } = state.serverless.store;
  services.clear();
  state.clear();
  expect([...services.keys()].sort()).toEqual([SERVICE_SID, PLUGIN_SERVICE_SID]);
  services.clear();
  expect(state.schema.publish({ document: '{}' })).toBe(1);
  expect(state.schema.current()).toMatchObject({ document: '{}' });
  expect(services.get(SERVICE_SID)?.environments.size).toBe(1);
});
