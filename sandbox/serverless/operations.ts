import { flag, operationsOf, paging, requiredText, text, type Operation, type Sids } from '../rest/operation';

/**
 * Every operation of the double, once: address, parameters and their forms, status of success. Routing, validation,
 * faults and the conformance check follow from this table. Names and forms are those of Twilio's description of the
 * Serverless API; the two uploads, which it leaves out, are described in Twilio's documentation.
 */

const SERVICES = '/v1/Services';
const SERVICE = `${SERVICES}/{ServiceSid}`;
const ENVIRONMENT = `${SERVICE}/Environments/{EnvironmentSid}`;
const inEnvironment = { EnvironmentSid: 'ZE' };
const { list, fetchOne, create, update, remove } = operationsOf('serverless.twilio.com');
/** A file, to the other host. */
const upload = (path: string, sids: Sids): Operation => ({
  ...operationsOf('serverless-upload.twilio.com').create(
    path,
    { Path: requiredText, Visibility: requiredText, Content: requiredText },
    sids,
  ),
  body: 'upload',
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
  CreateAssetVersion: upload(`${SERVICE}/Assets/{AssetSid}/Versions`, { AssetSid: 'ZH' }),

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
  CreateFunctionVersion: upload(`${SERVICE}/Functions/{FunctionSid}/Versions`, { FunctionSid: 'ZH' }),

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
