import { iso } from '../rest/dates';
import { plural } from './store';
import type { Build, BuildStatus, Deployment, Environment, File, Log, Service, Variable, Version } from './records';

/** Address of the API, as its answers name it. */
const API_ORIGIN = 'https://serverless.twilio.com';

/** Records as the API answers them: property names, order and forms of Twilio's description. */
export function resources(accountSid: string) {
  const own = (service: Service) => ({ account_sid: accountSid, service_sid: service.sid });
  const serviceUrl = (service: Service) => `${API_ORIGIN}/v1/Services/${service.sid}`;

  return {
    service(service: Service) {
      const url = serviceUrl(service);
      return {
        sid: service.sid,
        account_sid: accountSid,
        friendly_name: service.friendlyName,
        unique_name: service.uniqueName,
        include_credentials: service.includeCredentials,
        ui_editable: service.uiEditable,
        domain_base: service.domainBase,
        ...dates(service),
        url,
        links: {
          environments: `${url}/Environments`,
          functions: `${url}/Functions`,
          assets: `${url}/Assets`,
          builds: `${url}/Builds`,
        },
      };
    },

    environment(service: Service, environment: Environment) {
      const url = `${serviceUrl(service)}/Environments/${environment.sid}`;
      return {
        sid: environment.sid,
        ...own(service),
        build_sid: environment.buildSid,
        unique_name: environment.uniqueName,
        domain_suffix: environment.domainSuffix,
        domain_name: environment.domainName,
        ...dates(environment),
        url,
        links: { variables: `${url}/Variables`, deployments: `${url}/Deployments`, logs: `${url}/Logs` },
      };
    },

    variable(service: Service, environment: Environment, variable: Variable) {
      return {
        sid: variable.sid,
        ...own(service),
        environment_sid: environment.sid,
        key: variable.key,
        value: variable.value,
        ...dates(variable),
        url: `${serviceUrl(service)}/Environments/${environment.sid}/Variables/${variable.sid}`,
      };
    },

    deployment(service: Service, environment: Environment, deployment: Deployment) {
      return {
        sid: deployment.sid,
        ...own(service),
        environment_sid: environment.sid,
        build_sid: deployment.buildSid,
        ...dates({ created: deployment.created, updated: deployment.created }),
        url: `${serviceUrl(service)}/Environments/${environment.sid}/Deployments/${deployment.sid}`,
      };
    },

    log(service: Service, environment: Environment, log: Log) {
      return {
        sid: log.sid,
        ...own(service),
        environment_sid: environment.sid,
        build_sid: log.buildSid,
        deployment_sid: log.deploymentSid,
        function_sid: log.functionSid,
        request_sid: log.requestSid,
        level: log.level,
        message: log.message,
        date_created: iso(log.created),
        url: `${serviceUrl(service)}/Environments/${environment.sid}/Logs/${log.sid}`,
      };
    },

    file(service: Service, file: File) {
      const url = `${serviceUrl(service)}/${plural(file.kind)}/${file.sid}`;
      return {
        sid: file.sid,
        ...own(service),
        friendly_name: file.friendlyName,
        ...dates(file),
        url,
        links: { [`${file.kind}_versions`]: `${url}/Versions` },
      };
    },

    version(service: Service, version: Version) {
      const url = `${serviceUrl(service)}/${plural(version.kind)}/${version.fileSid}/Versions/${version.sid}`;
      return {
        ...versionInBuild(service, version),
        visibility: version.visibility,
        url,
        ...(version.kind === 'function' ? { links: { function_version_content: `${url}/Content` } } : {}),
      };
    },

    content(service: Service, version: Version) {
      return {
        sid: version.sid,
        ...own(service),
        function_sid: version.fileSid,
        content: version.content.toString('utf8'),
        url: `${serviceUrl(service)}/Functions/${version.fileSid}/Versions/${version.sid}/Content`,
      };
    },

    build(service: Service, build: Build, status: BuildStatus) {
      const url = `${serviceUrl(service)}/Builds/${build.sid}`;
      const ofKind = (kind: Version['kind']) =>
        build.versions.filter((version) => version.kind === kind).map((version) => versionInBuild(service, version));
      return {
        sid: build.sid,
        ...own(service),
        status,
        asset_versions: ofKind('asset'),
        function_versions: ofKind('function'),
        dependencies: build.dependencies,
        runtime: build.runtime,
        ...dates({
          created: build.created,
          updated: status === 'building' ? build.created : build.finishes,
        }),
        url,
        links: { build_status: `${url}/Status` },
      };
    },

    buildStatus(service: Service, build: Build, status: BuildStatus) {
      return {
        sid: build.sid,
        ...own(service),
        status,
        url: `${serviceUrl(service)}/Builds/${build.sid}/Status`,
      };
    },
  };

  /** Inside a build a version has no address and its visibility is in capitals, as in the description's example. */
  function versionInBuild(service: Service, version: Version) {
    return {
      sid: version.sid,
      ...own(service),
      [`${version.kind}_sid`]: version.fileSid,
      path: version.path,
      visibility: version.visibility.toUpperCase(),
      date_created: iso(version.created),
    };
  }
}

function dates(record: { created: number; updated: number }) {
  return { date_created: iso(record.created), date_updated: iso(record.updated) };
}
