import { badRequest } from './api-error';
import type { Call } from './api-router';
import { paging } from './operation';

const DEFAULT_SIZE = 50;

/**
 * One page of a list, newest first, with Twilio's `meta`. A page token names the last item of the page before, so that
 * items created between two requests push nothing out of a page.
 *
 * @param key property that holds the items.
 * @param all oldest first.
 */
export function page<T extends { sid: string }>(
  { origin, path, parameters }: Pick<Call, 'origin' | 'path' | 'parameters'>,
  key: string,
  all: readonly T[],
  represent: (item: T) => unknown,
) {
  const size = Number(parameters.text('PageSize') ?? DEFAULT_SIZE);
  const number = Number(parameters.text('Page') ?? 0);
  const token = parameters.text('PageToken');
  const newestFirst = all.toReversed();
  const start = token === undefined ? number * size : after(newestFirst, token);
  const items = newestFirst.slice(start, start + size);
  const last = items.at(-1);

  const url = (of: number, from?: string) => {
    const query = new URLSearchParams({ PageSize: String(size), Page: String(of) });
    for (const name of parameters.names) {
      if (!Object.hasOwn(paging, name)) query.set(name, parameters.required(name));
    }
    if (from !== undefined) query.set('PageToken', from);
    return `${origin}${path}?${query}`;
  };

  return {
    [key]: items.map(represent),
    meta: {
      first_page_url: url(0),
      key,
      next_page_url: last !== undefined && start + size < all.length ? url(number + 1, `PA${last.sid}`) : null,
      page: number,
      page_size: size,
      previous_page_url: number > 0 ? url(number - 1) : null,
      url: url(number, token),
    },
  };
}

function after(items: readonly { sid: string }[], token: string): number {
  const index = items.findIndex((item) => `PA${item.sid}` === token);
  if (index === -1) throw badRequest('Invalid parameter PageToken');
  return index + 1;
}
