/**
 * Every operation of the double, once: address, parameters and their forms, status of success. Routing, validation,
 * faults and the conformance check follow from this table. Names and forms are those of Twilio's description of the
 * Serverless API; the two uploads, which it leaves out, are described in Twilio's documentation.
 */

export interface Parameter {
  type: 'string' | 'integer' | 'boolean' | 'sids';
  required?: true;
  /** Prefix of a SID. For `sids`: of each. */
  sid?: string;
  format?: 'date-time';
  minimum?: number;
  maximum?: number;
}

export interface Operation {
  host: 'serverless.twilio.com' | 'serverless-upload.twilio.com';
  method: 'get' | 'post' | 'delete';
  path: string;
  success: 200 | 201 | 204;
  /** Prefixes of the SIDs in the path, by name. A name that is not here takes a unique name as well. */
  sids: Readonly<Record<string, string>>;
  query: Readonly<Record<string, Parameter>>;
  form: Readonly<Record<string, Parameter>>;
  /** True where the body is multipart/form-data with a file in `Content`. */
  upload?: true;
}

const text: Parameter = { type: 'string' };
const requiredText: Parameter = { type: 'string', required: true };
const flag: Parameter = { type: 'boolean' };
const paging = {
  PageSize: { type: 'integer', minimum: 1, maximum: 1000 },
  Page: { type: 'integer', minimum: 0 },
  PageToken: text,
} as const satisfies Record<string, Parameter>;

const SERVICES = '/v1/Services';
const SERVICE = `${SERVICES}/{ServiceSid}`;
const ENVIRONMENT = `${SERVICE}/Environments/{EnvironmentSid}`;
const inEnvironment = { EnvironmentSid: 'ZE' };
const api = { host: 'serverless.twilio.com', sids: {}, query: {}, form: {} } as const;
const uploading = {
  host: 'serverless-upload.twilio.com',
  method: 'post',
  success: 201,
  query: {},
  form: { Path: requiredText, Visibility: requiredText, Content: requiredText },
  upload: true,
} as const;

type Sids = Readonly<Record<string, string>>;
const list = (path: string, sids: Sids = {}): Operation => ({
  ...api,
  method: 'get',
  path,
  success: 200,
  sids,
  query: paging,
});
const fetchOne = (path: string, sids: Sids = {}): Operation => ({ ...api, method: 'get', path, success: 200, sids });
const remove = (path: string, sids: Sids = {}): Operation => ({ ...api, method: 'delete', path, success: 204, sids });
const create = (path: string, form: Operation['form'], sids: Sids = {}): Operation => ({
  ...api,
  method: 'post',
  path,
  success: 201,
  sids,
  form,
});
const update = (path: string, form: Operation['form'], sids: Sids = {}): Operation => ({
  ...create(path, form, sids),
  success: 200,
});

export const OPERATIONS = {
  ListService: list(SERVICES),
  CreateService: create(SERVICES, {
    UniqueName: requiredText,
    FriendlyName: requiredText,
    IncludeCredentials: flag,
    UiEditable: flag,
  }),
  FetchService: fetchOne(`${SERVICES}/{Sid}`),
  UpdateService: update(`${SERVICES}/{Sid}`, { FriendlyName: text, IncludeCredentials: flag, UiEditable: flag }),
  DeleteService: remove(`${SERVICES}/{Sid}`),

  ListEnvironment: list(`${SERVICE}/Environments`),
  CreateEnvironment: create(`${SERVICE}/Environments`, { UniqueName: requiredText, DomainSuffix: text }),
  FetchEnvironment: fetchOne(`${SERVICE}/Environments/{Sid}`, { Sid: 'ZE' }),
  DeleteEnvironment: remove(`${SERVICE}/Environments/{Sid}`, { Sid: 'ZE' }),

  ListVariable: list(`${ENVIRONMENT}/Variables`, inEnvironment),
  CreateVariable: create(`${ENVIRONMENT}/Variables`, { Key: requiredText, Value: requiredText }, inEnvironment),
  FetchVariable: fetchOne(`${ENVIRONMENT}/Variables/{Sid}`, { ...inEnvironment, Sid: 'ZV' }),
  UpdateVariable: update(`${ENVIRONMENT}/Variables/{Sid}`, { Key: text, Value: text }, { ...inEnvironment, Sid: 'ZV' }),
  DeleteVariable: remove(`${ENVIRONMENT}/Variables/{Sid}`, { ...inEnvironment, Sid: 'ZV' }),

  ListDeployment: list(`${ENVIRONMENT}/Deployments`, inEnvironment),
  CreateDeployment: create(
    `${ENVIRONMENT}/Deployments`,
    { BuildSid: { type: 'string', sid: 'ZB' }, IsPlugin: flag },
    inEnvironment,
  ),
  FetchDeployment: fetchOne(`${ENVIRONMENT}/Deployments/{Sid}`, { ...inEnvironment, Sid: 'ZD' }),

  ListLog: {
    ...list(`${ENVIRONMENT}/Logs`, inEnvironment),
    query: {
      FunctionSid: { type: 'string', sid: 'ZH' },
      StartDate: { type: 'string', format: 'date-time' },
      EndDate: { type: 'string', format: 'date-time' },
      ...paging,
    },
  },
  FetchLog: fetchOne(`${ENVIRONMENT}/Logs/{Sid}`, { ...inEnvironment, Sid: 'NO' }),

  ListAsset: list(`${SERVICE}/Assets`),
  CreateAsset: create(`${SERVICE}/Assets`, { FriendlyName: requiredText }),
  FetchAsset: fetchOne(`${SERVICE}/Assets/{Sid}`, { Sid: 'ZH' }),
  UpdateAsset: update(`${SERVICE}/Assets/{Sid}`, { FriendlyName: requiredText }, { Sid: 'ZH' }),
  DeleteAsset: remove(`${SERVICE}/Assets/{Sid}`, { Sid: 'ZH' }),
  ListAssetVersion: list(`${SERVICE}/Assets/{AssetSid}/Versions`, { AssetSid: 'ZH' }),
  FetchAssetVersion: fetchOne(`${SERVICE}/Assets/{AssetSid}/Versions/{Sid}`, { AssetSid: 'ZH', Sid: 'ZN' }),
  CreateAssetVersion: { ...uploading, path: `${SERVICE}/Assets/{AssetSid}/Versions`, sids: { AssetSid: 'ZH' } },

  ListFunction: list(`${SERVICE}/Functions`),
  CreateFunction: create(`${SERVICE}/Functions`, { FriendlyName: requiredText }),
  FetchFunction: fetchOne(`${SERVICE}/Functions/{Sid}`, { Sid: 'ZH' }),
  UpdateFunction: update(`${SERVICE}/Functions/{Sid}`, { FriendlyName: requiredText }, { Sid: 'ZH' }),
  DeleteFunction: remove(`${SERVICE}/Functions/{Sid}`, { Sid: 'ZH' }),
  ListFunctionVersion: list(`${SERVICE}/Functions/{FunctionSid}/Versions`, { FunctionSid: 'ZH' }),
  FetchFunctionVersion: fetchOne(`${SERVICE}/Functions/{FunctionSid}/Versions/{Sid}`, { FunctionSid: 'ZH', Sid: 'ZN' }),
  FetchFunctionVersionContent: fetchOne(`${SERVICE}/Functions/{FunctionSid}/Versions/{Sid}/Content`, {
    FunctionSid: 'ZH',
    Sid: 'ZN',
  }),
  CreateFunctionVersion: {
    ...uploading,
    path: `${SERVICE}/Functions/{FunctionSid}/Versions`,
    sids: { FunctionSid: 'ZH' },
  },

  ListBuild: list(`${SERVICE}/Builds`),
  CreateBuild: create(`${SERVICE}/Builds`, {
    AssetVersions: { type: 'sids', sid: 'ZN' },
    FunctionVersions: { type: 'sids', sid: 'ZN' },
    Dependencies: text,
    Runtime: text,
  }),
  FetchBuild: fetchOne(`${SERVICE}/Builds/{Sid}`, { Sid: 'ZB' }),
  DeleteBuild: remove(`${SERVICE}/Builds/{Sid}`, { Sid: 'ZB' }),
  FetchBuildStatus: fetchOne(`${SERVICE}/Builds/{Sid}/Status`, { Sid: 'ZB' }),
} satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
export const OPERATION_IDS = Object.keys(OPERATIONS) as readonly OperationId[];
export const RUNTIMES = ['node8', 'node10', 'node12', 'node14', 'node16', 'node18', 'node20', 'node22'] as const;

/** The regular expression of a SID with this prefix. */
export const sidPattern = (prefix: string) => `^${prefix}[0-9a-fA-F]{32}$`;
