import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, payloadJson } from './twilsock-frame';

const header = fc.dictionary(
  fc.string().filter((key) => !key.startsWith('payload') && key !== '__proto__'),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  { noNullPrototype: true },
);

describe('a Twilsock frame', () => {
  it('comes back as it was sent, whatever is in it', () => {
    fc.assert(
      fc.property(header, fc.jsonValue(), (sent, payload) => {
        const frame = decodeFrame(encodeFrame(sent, payload))!;
        expect(frame.header).toMatchObject(sent);
        expect(payloadJson(frame)).toEqual(JSON.parse(JSON.stringify(payload)));
      }),
    );
  });

  it('counts its payload in bytes, not in characters', () => {
    const frame = decodeFrame(encodeFrame({ method: 'message' }, { name: 'Sørensen 田中 🙂' }))!;
    expect(frame.header['payload_size']).toBe(frame.payload.length);
  });

  it('has no payload when none is given', () => {
    expect(payloadJson(decodeFrame(encodeFrame({ method: 'reply' }))!)).toBeUndefined();
  });

  it('is not read from bytes that are none, and never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => decodeFrame(Buffer.from(bytes)) === undefined));
    const whole = encodeFrame({ method: 'message' }, { a: 1 });
    for (let length = 0; length < whole.length; length += 1) {
      expect(decodeFrame(whole.subarray(0, length))).toBeUndefined();
    }
    expect(decodeFrame(Buffer.from('TWILSOCK V3.0 2\r\n[]\r\n'))).toBeUndefined();
    expect(decodeFrame(Buffer.from('TWILSOCK V3.0 99999\r\n{}\r\n'))).toBeUndefined();
  });
});
