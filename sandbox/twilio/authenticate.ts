import type { RequestHandler, Response } from 'express';
import { ACCOUNT_SID, AUTH_TOKEN } from '../account';
import { findToken } from '../tokens';

/** The error body of Twilio's REST APIs. */
export function refuse(response: Response, status: number, code: number, message: string): void {
  response.status(status).json({
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}

/** User and password of a Basic `Authorization` header. */
export function readBasic(header: string | undefined): { user: string; password: string } | undefined {
  // Flex 2.17 sends a stray closing bracket behind its credentials; Twilio does not mind it either.
  const encoded = /^Basic ([A-Za-z0-9+/=]+)\)?$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

function isAccount(header: string | undefined): boolean {
  const basic = readBasic(header);
  return basic?.user === ACCOUNT_SID && basic.password === AUTH_TOKEN;
}

/** Lets the account through, and nobody else. */
export const accountOnly: RequestHandler = (request, response, next) => {
  if (isAccount(request.headers.authorization)) next();
  else refuse(response, 401, 20003, 'Authenticate');
};

/** Whether this `Authorization` is of somebody with a valid Flex token (`Basic token:<token>`). */
export function isFlexUser(header: string | undefined): boolean {
  const basic = readBasic(header);
  return basic?.user === 'token' && findToken(basic.password)?.state === 'valid';
}
