import { randomUUID } from 'node:crypto';
import type { IdentifyAnswer } from '../../schemas/generated/identify-answer';
import type { Call } from '../call';
import { ServiceError } from '../error';
import { customerHash } from '../persona/customer';
import { isId } from '../segment/profile-id';
import type { Identification } from './deliver';
import { readTraits } from './traits';

export interface IdentifyInput {
  userId: string;
  /** An object, or the JSON text of one. */
  traits: unknown;
  /** Makes repeated requests of a flow count once. */
  messageId: string | undefined;
}

export interface IdentifyDependencies {
  /** Resolves when Segment has taken it. */
  deliver: (identification: Identification, call: Call) => Promise<void>;
  /** Keys the customer's name in the log. */
  logKey: string;
}

/** Segment takes ids of fewer than 100 characters. */
const LONGEST_MESSAGE_ID = 99;

/**
 * Stores what a flow learned about a customer. Resolves only when Segment has accepted it; Segment applies it a little
 * later, and does not say whether it did. schemas/contracts/identify-answer.json
 *
 * @throws ServiceError `bad_request`, `too_large`, and those of `deliver`.
 */
export async function identifyUser(
  input: IdentifyInput,
  { deliver, logKey }: IdentifyDependencies,
  call: Call,
): Promise<IdentifyAnswer> {
  if (!isId(input.userId)) throw new ServiceError('bad_request', { message: 'userId is not a possible id.' });
  const messageId = input.messageId ?? randomUUID();
  if (messageId.length > LONGEST_MESSAGE_ID) {
    throw new ServiceError('bad_request', { message: `messageId must have at most ${LONGEST_MESSAGE_ID} characters.` });
  }
  const traits = readTraits(input.traits);
  call.log('user_identified', {
    idType: 'user_id',
    customer: customerHash({ idType: 'user_id', id: input.userId }, logKey),
    traits: Object.keys(traits).length,
  });
  await deliver({ userId: input.userId, traits, messageId }, call);
  return { accepted: true, messageId, message: 'Segment has accepted the traits and will apply them shortly.' };
}
