import { isObject, type JsonObject } from '../../display/json';

/** One Twilsock frame: `TWILSOCK V3.0 <header bytes>\r\n<JSON header>\r\n<payload>`. */
export interface Frame {
  header: JsonObject;
  payload: Buffer;
}

const PREAMBLE = /^TWILSOCK V3\.0 (\d{1,9})\r\n/;
const BREAK = '\r\n';

export function encodeFrame(header: JsonObject, payload?: unknown, payloadType = 'application/json'): Buffer {
  const body =
    payload === undefined ? Buffer.alloc(0) : Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
  const whole = body.length > 0 ? { ...header, payload_size: body.length, payload_type: payloadType } : header;
  const head = Buffer.from(JSON.stringify(whole));
  return Buffer.concat([Buffer.from(`TWILSOCK V3.0 ${head.length}${BREAK}`), head, Buffer.from(BREAK), body]);
}

/** The frame, or undefined when the bytes are none: never throws, whatever they are. */
export function decodeFrame(bytes: Buffer): Frame | undefined {
  const preamble = PREAMBLE.exec(bytes.subarray(0, 32).toString('latin1'));
  if (!preamble) return undefined;
  const start = preamble[0].length;
  const end = start + Number(preamble[1]);
  if (bytes.subarray(end, end + 2).toString('latin1') !== BREAK) return undefined;
  const header = parse(bytes.subarray(start, end));
  if (!isObject(header)) return undefined;
  const size = header['payload_size'];
  const payload = bytes.subarray(end + 2);
  if (payload.length !== (typeof size === 'number' ? size : 0)) return undefined;
  return { header, payload };
}

/** The payload as JSON, or undefined. */
export function payloadJson(frame: Frame): unknown {
  return frame.payload.length === 0 ? undefined : parse(frame.payload);
}

function parse(bytes: Buffer): JsonObject | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as JsonObject;
  } catch {
    return undefined;
  }
}
