/**
 * One operation of a REST API of Twilio: address, parameters and their forms, status of success. A double has a table of
 * them, from which its routing, validation, faults and conformance check follow.
 */
export interface Operation {
  host: string;
  method: 'get' | 'post' | 'delete';
  /** `/v1/Services/{Sid}` */
  path: string;
  success: 200 | 201 | 204;
  /** Prefixes of the SIDs in the path, by name. A name that is not here takes a unique name as well. */
  sids: Readonly<Record<string, string>>;
  query: Readonly<Record<string, Parameter>>;
  form: Readonly<Record<string, Parameter>>;
  /** What the body is where it is no plain form. `upload`: multipart/form-data with a file in `Content`. */
  body?: 'upload' | 'json';
  /** True where whoever holds a valid Flex token may ask too. */
  flexToken?: true;
}

export interface Parameter {
  /** `sids` and `objects` may come several times; an object is JSON. */
  type: 'string' | 'integer' | 'boolean' | 'sids' | 'objects';
  required?: true;
  /** Prefix of a SID. For `sids`: of each. */
  sid?: string;
  format?: 'date-time' | 'uri';
  minimum?: number;
  maximum?: number;
}

export type Sids = Readonly<Record<string, string>>;

export const text: Parameter = { type: 'string' };
export const requiredText: Parameter = { type: 'string', required: true };
export const flag: Parameter = { type: 'boolean' };
export const paging = {
  PageSize: { type: 'integer', minimum: 1, maximum: 1000 },
  Page: { type: 'integer', minimum: 0 },
  PageToken: text,
} as const satisfies Record<string, Parameter>;

/** The kinds of operations that nearly every table is made of, for one host. */
export function operationsOf(host: string) {
  const base = { host, sids: {}, query: {}, form: {} } as const;
  const create = (path: string, form: Operation['form'], sids: Sids = {}): Operation => ({
    ...base,
    method: 'post',
    path,
    success: 201,
    sids,
    form,
  });
  return {
    create,
    list: (path: string, sids: Sids = {}): Operation => ({
      ...base,
      method: 'get',
      path,
      success: 200,
      sids,
      query: paging,
    }),
    fetchOne: (path: string, sids: Sids = {}): Operation => ({ ...base, method: 'get', path, success: 200, sids }),
    update: (path: string, form: Operation['form'], sids: Sids = {}): Operation => ({
      ...create(path, form, sids),
      success: 200,
    }),
    remove: (path: string, sids: Sids = {}): Operation => ({ ...base, method: 'delete', path, success: 204, sids }),
  };
}

/** The regular expression of a SID with this prefix. */
export const sidPattern = (prefix: string) => `^${prefix}[0-9a-fA-F]{32}$`;
