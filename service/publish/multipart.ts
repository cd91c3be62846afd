import { randomBytes } from 'node:crypto';

export interface MultipartBody {
  contentType: string;
  body: string;
}

/** A form with text fields and one text file, as Twilio's upload host wants it. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  file: { field: string; name: string; contentType: string; content: string },
): MultipartBody {
  const boundary = `form-${randomBytes(18).toString('hex')}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  parts.push(
    `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\n` +
      `Content-Type: ${file.contentType}\r\n\r\n${file.content}\r\n--${boundary}--\r\n`,
  );
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: parts.join('') };
}
