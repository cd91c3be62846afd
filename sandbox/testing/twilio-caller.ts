export interface JsonAnswer {
  status: number;
  body: ReturnType<typeof JSON.parse>;
}

export interface TwilioCaller {
  /** Where a request for the outside world goes instead. */
  redirect(url: string | URL): string;
  /** A request with the account's credentials; the body goes out as a form. A path alone is one of `host`. */
  call(method: string, url: string, form?: Record<string, string | string[]>): Promise<JsonAnswer>;
  /** A multipart form to the upload host, with the account's credentials. */
  upload(path: string, form: FormData): Promise<JsonAnswer>;
}

/** Asks doubles that listen at an origin, as an account. */
export function twilioCaller(
  origin: string,
  { accountSid, authToken }: { accountSid: string; authToken: string },
  host = 'serverless.twilio.com',
): TwilioCaller {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const redirect = (url: string | URL) => {
    const { host: target, pathname, search } = new URL(url);
    return `${origin}/_out/${target}${pathname}${search}`;
  };
  return {
    redirect,
    async call(method, url, form) {
      const body = new URLSearchParams();
      for (const [name, values] of Object.entries(form ?? {})) {
        for (const value of [values].flat()) body.append(name, value);
      }
      const response = await fetch(redirect(url.startsWith('/') ? `https://${host}${url}` : url), {
        method,
        headers: { Authorization: authorization },
        ...(form === undefined ? {} : { body }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    async upload(path, form) {
      const response = await fetch(redirect(`https://serverless-upload.twilio.com${path}`), {
        method: 'POST',
        headers: { Authorization: authorization },
        body: form,
      });
      return { status: response.status, body: await response.json() };
    },
  };
}
