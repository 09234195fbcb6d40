import type { Reply } from '#contract/define';
import { frameOf, replyIn } from '#contract/frame';
import { letGo } from '#domain/base/let-go';

/** The bytes that the value of a reply carries; `null`: none, it is JSON all of it. */
function carriedBytes(reply: Reply): Uint8Array | null {
  const value = reply.ok && typeof reply.value === 'object' && reply.value !== null ? reply.value : {};
  return 'bytes' in value && value.bytes instanceof Uint8Array ? value.bytes : null;
}

/** A reply as it travels: JSON, or a frame where it carries bytes. These were made for it, and are gone from it. */
export function bytesOf(reply: Reply): Uint8Array<ArrayBuffer> {
  const bytes = carriedBytes(reply);
  if (bytes === null || !reply.ok) return new TextEncoder().encode(JSON.stringify(reply));
  const json = JSON.stringify({ ...reply, value: { ...(reply.value as object), bytes: null } }); // an object, as it has bytes
  const frame = frameOf(new TextEncoder().encode(json), bytes);
  letGo(bytes);
  return frame;
}

/** Where a reply carries bytes, its frame: they would not get through every line as they are. */
export const framed = (reply: Reply): Reply | Uint8Array => (carriedBytes(reply) === null ? reply : bytesOf(reply));

/** In JSON they are base64: whoever asks on the command line gets a text. */
class Bytes extends Uint8Array {
  toJSON(): string {
    return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('base64');
  }
}

/** What another part of this program wrote by `bytesOf`, as the reply of the very channel that was asked. */
export function replyOf(answered: Reply | Uint8Array): Reply {
  if (!(answered instanceof Uint8Array)) return answered;
  const reply = replyIn(answered, (text) => new TextDecoder().decode(text)) as Reply;
  const bytes = carriedBytes(reply);
  if (bytes !== null && reply.ok)
    Object.assign(reply.value as object, {
      bytes: new Bytes(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength),
    }); // of a line: it is not shared
  return reply;
}
