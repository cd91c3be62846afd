/** What a caller should know about one error code. */
export interface ErrorCodeEntry {
  /** HTTP status of the answer. */
  readonly status: number;
  /** Default message: a sentence for people, without anybody's data. */
  readonly message: string;
  /** Whether the same request may succeed later without anything being changed by hand. */
  readonly retryable: boolean;
}

/**
 * Every error code of the service, once: status, sentence and whether asking again helps. The error contract
 * (`schemas/contracts/error.json`), the service's answers and the plugin's states all follow from this table.
 */
export const ERROR_CODES = {
  bad_request: { status: 400, message: 'A parameter is missing or has the wrong form.', retryable: false },
  ticket_invalid: {
    status: 400,
    message: 'This publishing ticket is not valid or has expired. Publish again.',
    retryable: false,
  },
  token_missing: { status: 401, message: 'Log in to Flex first.', retryable: false },
  token_invalid: { status: 401, message: 'Your Flex session has ended. Log in again.', retryable: false },
  not_an_agent: { status: 403, message: 'Only Flex agents may do this.', retryable: false },
  not_an_admin: { status: 403, message: 'Only Flex admins may do this.', retryable: false },
  not_your_task: { status: 403, message: 'You may only see the customers of your own tasks.', retryable: false },
  reveal_not_allowed: { status: 403, message: 'Your role may not reveal this value.', retryable: false },
  origin_not_allowed: { status: 403, message: 'This web address may not use the service.', retryable: false },
  task_not_found: { status: 404, message: 'This task does not exist any more.', retryable: false },
  no_user_id: { status: 404, message: 'This task does not say who the customer is.', retryable: false },
  not_found: { status: 404, message: 'There is nothing at this address.', retryable: false },
  method_not_allowed: { status: 405, message: 'Use POST.', retryable: false },
  conflict: {
    status: 409,
    message: 'Somebody else has published in the meantime. Look at their version first.',
    retryable: false,
  },
  too_large: { status: 413, message: 'This is too large.', retryable: false },
  document_invalid: { status: 422, message: 'The display schema has errors and was not published.', retryable: false },
  rate_limited: { status: 429, message: 'Too many requests at the moment.', retryable: true },
  internal: { status: 500, message: 'Something went wrong in the service.', retryable: true },
  segment_refused: {
    status: 502,
    message: 'Segment refused the request. Its space or key is probably set up wrongly.',
    retryable: false,
  },
  segment_unavailable: { status: 502, message: 'Segment can’t be reached at the moment.', retryable: true },
  twilio_unavailable: { status: 502, message: 'Twilio’s API can’t be reached at the moment.', retryable: true },
  build_failed: { status: 502, message: 'Twilio could not build the new version.', retryable: true },
  not_configured: { status: 503, message: 'Segment is not set up.', retryable: false },
  schema_unavailable: {
    status: 503,
    message: 'The display schema can’t be read at the moment, so no traits are sent.',
    retryable: true,
  },
  timeout: { status: 504, message: 'The answer took too long.', retryable: true },
} as const satisfies Record<string, ErrorCodeEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;
