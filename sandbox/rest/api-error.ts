/** An error in the form of Twilio's REST API. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  body() {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}

export const badRequest = (message: string) => new ApiError(400, 20001, message);
export const unauthenticated = () => new ApiError(401, 20003, 'Authenticate');
export const conflict = (message: string) => new ApiError(409, 20409, message);
export const tooManyRequests = (retryAfterSeconds: number) =>
  new ApiError(429, 20429, 'Too Many Requests', retryAfterSeconds);

/** @param path without the version: `/Services/ZS…/Builds/ZB…`. */
export const notFound = (path: string) => new ApiError(404, 20404, `The requested resource ${path} was not found`);
