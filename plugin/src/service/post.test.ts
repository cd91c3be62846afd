import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPost, ServiceError } from './post';

describe('asking the service', () => {
  afterEach(() => void vi.restoreAllMocks());
  const answer = (status: number, body: string) =>
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(body, { status }));
  const post = createPost('/_functions', () => 'secret-token');

  it('sends a form without headers of its own, the token in the body and never in the address', async () => {
    const fetched = answer(200, '{"status": "none"}');
    await expect(post('display-schema', { revision: '3' })).resolves.toEqual({ status: 'none' });
    const [url, init] = fetched.mock.calls[0]!;
    expect(url).toBe('/_functions/display-schema');
    expect(init?.headers).toBeUndefined();
    expect((init?.body as URLSearchParams).toString()).toBe('revision=3&Token=secret-token');
  });

  it.each([
    [403, '{"error": {"code": "not_your_task", "message": "No", "requestId": "r"}}', 'not_your_task', undefined],
    [429, '{"error": {"code": "rate_limited", "message": "", "requestId": "r", "retryAfter": 12}}', 'rate_limited', 12],
    [500, '{"error": {"code": "something_new", "message": "", "requestId": "r"}}', 'internal', undefined],
    [500, '{"error": {"code": "constructor"}}', 'internal', undefined],
    [502, '<html>', 'unreachable', undefined],
    [500, '{}', 'unreachable', undefined],
  ])('turns %i %s into a typed error', async (status, body, code, retryAfter) => {
    answer(status, body);
    const error = await post('x', {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code, retryAfter });
  });

  it('keeps the service’s own sentence, for admins', async () => {
    answer(
      503,
      '{"error": {"code": "not_configured", "message": "SEGMENT_PERSONA_KEY is not set.", "requestId": "r"}}',
    );
    const error = await post('x', {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'not_configured', said: 'SEGMENT_PERSONA_KEY is not set.' });
  });

  it('calls a network that is down unreachable, which may pass', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const error = await post('x', {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unreachable', retryable: true });
  });
});
