import type { Driver } from './drive';

/** Uses every operation of the double at least once, in an order in which each can succeed. */
export async function playServerlessScenario({ call, upload }: Driver): Promise<void> {
  const service = await call('CreateService', {
    form: {
      UniqueName: 'customer-context',
      FriendlyName: 'Customer context',
      IncludeCredentials: 'true',
      UiEditable: 'false',
    },
  });
  await call('ListService', { query: { PageSize: '1', Page: '0' } });
  await call('FetchService', { path: { Sid: service.sid } });
  await call('FetchService', { path: { Sid: 'customer-context' } });
  await call('UpdateService', { path: { Sid: service.sid }, form: { FriendlyName: 'Renamed', UiEditable: 'true' } });

  const inService = { ServiceSid: service.sid };
  const environment = await call('CreateEnvironment', {
    path: inService,
    form: { UniqueName: 'display-schema', DomainSuffix: 'display-schema' },
  });
  await call('ListEnvironment', { path: inService });
  await call('FetchEnvironment', { path: { ...inService, Sid: environment.sid } });

  const inEnvironment = { ...inService, EnvironmentSid: environment.sid };
  const variable = await call('CreateVariable', { path: inEnvironment, form: { Key: 'SPACE', Value: 'a' } });
  await call('ListVariable', { path: inEnvironment });
  await call('FetchVariable', { path: { ...inEnvironment, Sid: variable.sid } });
  await call('UpdateVariable', { path: { ...inEnvironment, Sid: variable.sid }, form: { Value: 'b' } });
  await call('DeleteVariable', { path: { ...inEnvironment, Sid: variable.sid } });

  const asset = await call('CreateAsset', { path: inService, form: { FriendlyName: 'index' } });
  const unused = await call('CreateAsset', { path: inService, form: { FriendlyName: 'unused' } });
  await call('ListAsset', { path: inService, query: { PageSize: '1' } });
  await call('FetchAsset', { path: { ...inService, Sid: asset.sid } });
  await call('UpdateAsset', { path: { ...inService, Sid: asset.sid }, form: { FriendlyName: 'index.json' } });
  await call('DeleteAsset', { path: { ...inService, Sid: unused.sid } });
  const inAsset = { ...inService, AssetSid: asset.sid };
  const assetVersion = await upload('CreateAssetVersion', inAsset);
  await call('ListAssetVersion', { path: inAsset });
  await call('FetchAssetVersion', { path: { ...inAsset, Sid: assetVersion.sid } });

  const file = await call('CreateFunction', { path: inService, form: { FriendlyName: 'hello' } });
  const unusedFile = await call('CreateFunction', { path: inService, form: { FriendlyName: 'unused' } });
  await call('ListFunction', { path: inService });
  await call('FetchFunction', { path: { ...inService, Sid: file.sid } });
  await call('UpdateFunction', { path: { ...inService, Sid: file.sid }, form: { FriendlyName: 'hello.js' } });
  await call('DeleteFunction', { path: { ...inService, Sid: unusedFile.sid } });
  const inFunction = { ...inService, FunctionSid: file.sid };
  const functionVersion = await upload('CreateFunctionVersion', inFunction);
  await call('ListFunctionVersion', { path: inFunction });
  await call('FetchFunctionVersion', { path: { ...inFunction, Sid: functionVersion.sid } });

  const buildForm = {
    AssetVersions: [assetVersion.sid],
    FunctionVersions: [functionVersion.sid],
    Dependencies: '[{"name":"twilio","version":"5.0.0"}]',
    Runtime: 'node22',
  };
  const build = await call('CreateBuild', { path: inService, form: buildForm });
  const unusedBuild = await call('CreateBuild', { path: inService, form: { AssetVersions: [assetVersion.sid] } });
  await call('ListBuild', { path: inService });
  await call('FetchBuild', { path: { ...inService, Sid: build.sid } });
  await call('FetchBuildStatus', { path: { ...inService, Sid: build.sid } });
  await call('DeleteBuild', { path: { ...inService, Sid: unusedBuild.sid } });
  await call('FetchFunctionVersionContent', { path: { ...inFunction, Sid: functionVersion.sid } });

  const deployment = await call('CreateDeployment', {
    path: inEnvironment,
    form: { BuildSid: build.sid, IsPlugin: 'false' },
  });
  await call('ListDeployment', { path: inEnvironment });
  await call('FetchDeployment', { path: { ...inEnvironment, Sid: deployment.sid } });
  await call('FetchEnvironment', { path: { ...inService, Sid: environment.sid } });
  await call('ListLog', { path: inEnvironment, query: { FunctionSid: file.sid, StartDate: '2026-01-01T00:00:00Z' } });

  await call('DeleteEnvironment', { path: { ...inService, Sid: environment.sid } });
  await call('DeleteService', { path: { Sid: service.sid } });
}
