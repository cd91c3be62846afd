import type { Request as Incoming } from 'express';
import { badRequest } from './api-error';
import type { Sent } from './parameters';

/** A multipart form as its text fields and the file in `Content`, which appears among the fields by its name. */
export async function readForm(
  request: Incoming,
): Promise<{ fields: Sent; file: { content: Buffer; contentType: string } | undefined }> {
  const body: unknown = request.body;
  const type = request.headers['content-type'] ?? '';
  if (!Buffer.isBuffer(body) || !type.startsWith('multipart/form-data')) {
    throw badRequest('Send the file as multipart/form-data');
  }
  // Not Response: Twilio's local runtime replaces that global in the same process.
  const form = await new Request('http://localhost/', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'Content-Type': type },
  })
    .formData()
    .catch(() => {
      throw badRequest('The multipart body is broken');
    });
  const fields: Record<string, string[]> = {};
  let file: { content: Buffer; contentType: string } | undefined;
  for (const [name, value] of form) {
    (fields[name] ??= []).push(typeof value === 'string' ? value : value.name);
    if (name !== 'Content') continue;
    file =
      typeof value === 'string'
        ? { content: Buffer.from(value, 'utf8'), contentType: 'text/plain' }
        : {
            content: Buffer.from(await value.arrayBuffer()),
            contentType: value.type === '' ? 'application/octet-stream' : value.type,
          };
  }
  return { fields, file };
}
