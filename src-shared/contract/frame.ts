/**
 * A reply whose value carries bytes travels as a frame: a zero, which no JSON begins with, three bytes that say what it is, the
 * length of the JSON (32 bits, little-endian), the JSON, and from the next multiple of 8 on the bytes of `value.bytes`.
 */
const MARK = [0, 0x4d, 0x46, 0x31] as const; // MF1
const HEAD = MARK.length + 4;

const bytesAt = (jsonLength: number): number => Math.ceil((HEAD + jsonLength) / 8) * 8;

export function frameOf(json: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(bytesAt(json.length) + bytes.length);
  frame.set(MARK);
  new DataView(frame.buffer).setUint32(MARK.length, json.length, true);
  frame.set(json, HEAD);
  frame.set(bytes, bytesAt(json.length));
  return frame;
}

export const isFrame = (bytes: Uint8Array): boolean => bytes[0] === MARK[0];

/** The reply that a frame or plain JSON holds. */
export function replyIn(answered: Uint8Array, textOf: (bytes: Uint8Array) => string): unknown {
  if (!isFrame(answered)) return JSON.parse(textOf(answered));
  if (MARK.some((byte, at) => answered[at] !== byte)) throw new Error('bytes that are neither JSON nor a frame');
  // Arrays of 64 bits are laid over these bytes, which must begin where such an array may.
  const frame = answered.byteOffset % 8 === 0 ? answered : answered.slice();
  const length = new DataView(frame.buffer, frame.byteOffset).getUint32(MARK.length, true);
  const reply: unknown = JSON.parse(textOf(frame.subarray(HEAD, HEAD + length)));
  const value = typeof reply === 'object' && reply !== null && 'value' in reply ? reply.value : null;
  if (typeof value === 'object' && value !== null) Object.assign(value, { bytes: frame.subarray(bytesAt(length)) });
  return reply;
}
