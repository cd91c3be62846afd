import { newSid } from '../state/sid';
import type { Call, Handler } from '../rest/api-router';
import { conflict } from '../rest/api-error';
import { page } from '../rest/page';
import { createBuild } from './builds';
import type { Control } from './control';
import { deploy } from './deployments';
import { logsOf } from './logs';
import type { OperationId } from './operations';
import type { Environment, File, FileKind, Service, Variable, Version } from './records';
import { resources } from './resources';
import { missing, named, plural, type ServerlessStore } from './store';

export function createHandlers(
  store: ServerlessStore,
  accountSid: string,
  control: Pick<Control, 'nextBuild'>,
): Record<OperationId, Handler> {
  const as = resources(accountSid);
  const serviceOf = (call: Call) => store.service(call.sid('ServiceSid'));
  const serviceItself = (call: Call) => store.service(call.sid('Sid'));

  const inService =
    (handle: (call: Call, service: Service) => unknown): Handler =>
    (call) =>
      handle(call, serviceOf(call));

  const inEnvironment = (handle: (call: Call, service: Service, environment: Environment) => unknown) =>
    inService((call, service) => handle(call, service, store.environment(service, call.sid('EnvironmentSid'))));

  const onVariable = (
    handle: (variable: Variable, service: Service, environment: Environment, call: Call) => unknown,
  ): Handler =>
    inEnvironment((call, service, environment) => {
      const sid = call.sid('Sid');
      const variable =
        environment.variables.get(sid) ?? missing(service, `Environments/${environment.sid}/Variables`, sid);
      return handle(variable, service, environment, call);
    });

  const files = (kind: FileKind) => {
    const key = kind === 'asset' ? 'assets' : 'functions';
    const parent = kind === 'asset' ? 'AssetSid' : 'FunctionSid';
    const onFile = (name: string, handle: (call: Call, service: Service, file: File) => unknown) =>
      inService((call, service) => handle(call, service, store.file(service, kind, call.sid(name))));
    const onVersion = (handle: (service: Service, version: Version) => unknown) =>
      onFile(parent, (call, service, file) => handle(service, store.version(service, file, call.sid('Sid'))));
    return {
      list: inService((call, service) =>
        page(
          call,
          key,
          [...service.files.values()].filter((file) => file.kind === kind),
          (file) => as.file(service, file),
        ),
      ),
      create: inService((call, service) =>
        as.file(service, store.createFile(service, kind, call.parameters.required('FriendlyName'))),
      ),
      fetch: onFile('Sid', (_call, service, file) => as.file(service, file)),
      update: onFile('Sid', (call, service, file) => {
        const friendlyName = call.parameters.required('FriendlyName');
        named(friendlyName);
        Object.assign(file, { friendlyName, updated: store.now });
        return as.file(service, file);
      }),
      remove: onFile('Sid', (_call, service, file) => store.deleteFile(service, file)),
      listVersions: onFile(parent, (call, service, file) =>
        page(
          call,
          `${kind}_versions`,
          [...service.versions.values()].filter((version) => version.fileSid === file.sid),
          (version) => as.version(service, version),
        ),
      ),
      fetchVersion: onVersion((service, version) => as.version(service, version)),
      /** What no build holds, Twilio may already have thrown away. */
      content: onVersion((service, version) =>
        [...service.builds.values()].some((build) => build.versions.includes(version))
          ? as.content(service, version)
          : missing(service, `${plural(kind)}/${version.fileSid}/Versions/${version.sid}`, 'Content'),
      ),
      upload: onFile(parent, (call, service, file) =>
        as.version(
          service,
          store.createVersion(service, file, {
            path: call.parameters.required('Path'),
            visibility: call.parameters.required('Visibility'),
            content: call.upload?.content ?? Buffer.alloc(0),
            contentType: call.upload?.contentType ?? 'application/octet-stream',
          }),
        ),
      ),
    };
  };
  const assets = files('asset');
  const functions = files('function');

  const onBuild = (handle: (service: Service, build: ReturnType<typeof store.build>) => unknown) =>
    inService((call, service) => handle(service, store.build(service, call.sid('Sid'))));

  return {
    ListService: (call) => page(call, 'services', [...store.services.values()], (service) => as.service(service)),
    CreateService: ({ parameters }) =>
      as.service(
        store.createService({
          uniqueName: parameters.required('UniqueName'),
          friendlyName: parameters.required('FriendlyName'),
          includeCredentials: parameters.flag('IncludeCredentials'),
          uiEditable: parameters.flag('UiEditable'),
        }),
      ),
    FetchService: (call) => as.service(serviceItself(call)),
    UpdateService: (call) => {
      const service = serviceItself(call);
      const { parameters } = call;
      const friendlyName = parameters.text('FriendlyName') ?? service.friendlyName;
      named(friendlyName);
      service.friendlyName = friendlyName;
      service.includeCredentials = parameters.flag('IncludeCredentials') ?? service.includeCredentials;
      service.uiEditable = parameters.flag('UiEditable') ?? service.uiEditable;
      service.updated = store.now;
      return as.service(service);
    },
    DeleteService: (call) => void store.services.delete(serviceItself(call).sid),

    ListEnvironment: inService((call, service) =>
      page(call, 'environments', [...service.environments.values()], (environment) =>
        as.environment(service, environment),
      ),
    ),
    CreateEnvironment: inService(({ parameters }, service) =>
      as.environment(
        service,
        store.createEnvironment(service, {
          uniqueName: parameters.required('UniqueName'),
          domainSuffix: parameters.text('DomainSuffix'),
        }),
      ),
    ),
    FetchEnvironment: inService((call, service) =>
      as.environment(service, store.environment(service, call.sid('Sid'))),
    ),
    DeleteEnvironment: inService(
      (call, service) => void service.environments.delete(store.environment(service, call.sid('Sid')).sid),
    ),

    ListVariable: inEnvironment((call, service, environment) =>
      page(call, 'variables', [...environment.variables.values()], (variable) =>
        as.variable(service, environment, variable),
      ),
    ),
    CreateVariable: inEnvironment(({ parameters }, service, environment) => {
      const key = parameters.required('Key');
      uniqueKey(environment, key);
      const variable: Variable = {
        sid: newSid('ZV'),
        key,
        value: parameters.required('Value'),
        created: store.now,
        updated: store.now,
      };
      environment.variables.set(variable.sid, variable);
      return as.variable(service, environment, variable);
    }),
    FetchVariable: onVariable((variable, service, environment) => as.variable(service, environment, variable)),
    UpdateVariable: onVariable((variable, service, environment, { parameters }) => {
      const key = parameters.text('Key') ?? variable.key;
      if (key !== variable.key) uniqueKey(environment, key);
      variable.key = key;
      variable.value = parameters.text('Value') ?? variable.value;
      variable.updated = store.now;
      return as.variable(service, environment, variable);
    }),
    DeleteVariable: onVariable((variable, _service, environment) => void environment.variables.delete(variable.sid)),

    ListDeployment: inEnvironment((call, service, environment) =>
      page(call, 'deployments', environment.deployments, (deployment) =>
        as.deployment(service, environment, deployment),
      ),
    ),
    CreateDeployment: inEnvironment(({ parameters }, service, environment) =>
      as.deployment(service, environment, deploy(store, service, environment, parameters.text('BuildSid'))),
    ),
    FetchDeployment: inEnvironment((call, service, environment) => {
      const sid = call.sid('Sid');
      const deployment = environment.deployments.find((one) => one.sid === sid);
      return deployment === undefined
        ? missing(service, `Environments/${environment.sid}/Deployments`, sid)
        : as.deployment(service, environment, deployment);
    }),

    ListLog: inEnvironment((call, service, environment) => {
      const { parameters } = call;
      const logs = logsOf(environment, {
        functionSid: parameters.text('FunctionSid'),
        startDate: parameters.text('StartDate'),
        endDate: parameters.text('EndDate'),
      });
      return page(call, 'logs', logs, (log) => as.log(service, environment, log));
    }),
    FetchLog: inEnvironment((call, service, environment) => {
      const sid = call.sid('Sid');
      const log = environment.logs.find((one) => one.sid === sid);
      return log === undefined
        ? missing(service, `Environments/${environment.sid}/Logs`, sid)
        : as.log(service, environment, log);
    }),

    ListAsset: assets.list,
    CreateAsset: assets.create,
    FetchAsset: assets.fetch,
    UpdateAsset: assets.update,
    DeleteAsset: assets.remove,
    ListAssetVersion: assets.listVersions,
    FetchAssetVersion: assets.fetchVersion,
    CreateAssetVersion: assets.upload,

    ListFunction: functions.list,
    CreateFunction: functions.create,
    FetchFunction: functions.fetch,
    UpdateFunction: functions.update,
    DeleteFunction: functions.remove,
    ListFunctionVersion: functions.listVersions,
    FetchFunctionVersion: functions.fetchVersion,
    FetchFunctionVersionContent: functions.content,
    CreateFunctionVersion: functions.upload,

    ListBuild: inService((call, service) =>
      page(call, 'builds', [...service.builds.values()], (build) => as.build(service, build, store.buildStatus(build))),
    ),
    CreateBuild: inService(({ parameters }, service) => {
      const request = {
        assetVersions: parameters.list('AssetVersions'),
        functionVersions: parameters.list('FunctionVersions'),
        dependencies: parameters.text('Dependencies'),
        runtime: parameters.text('Runtime'),
      };
      const build = createBuild(store, service, request, control.nextBuild());
      return as.build(service, build, 'building');
    }),
    FetchBuild: onBuild((service, build) => as.build(service, build, store.buildStatus(build))),
    DeleteBuild: onBuild((service, build) => store.deleteBuild(service, build)),
    FetchBuildStatus: onBuild((service, build) => as.buildStatus(service, build, store.buildStatus(build))),
  };
}

function uniqueKey(environment: Environment, key: string): void {
  if ([...environment.variables.values()].some((variable) => variable.key === key)) {
    throw conflict(`Variable with Key ${key} already exists.`);
  }
}
