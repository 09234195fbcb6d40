import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wellFormed } from './well-formed';

it.each([
  ['a\ud800b', 'a\ufffdb'],
  ['\udc00', '\ufffd'],
  ['whole 😀 emoji', 'whole 😀 emoji'],
  ['a\0b', 'ab'],
  ['', ''],
])('%j is kept as %j', (text, kept) => {
  expect(wellFormed(text)).toBe(kept);
});

it('is what UTF-8 gives back, once and for all (property)', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const kept = wellFormed(String.fromCharCode(...units));
      expect(Buffer.from(kept, 'utf8').toString('utf8')).toBe(kept);
      expect(wellFormed(kept)).toBe(kept);
    }),
  );
});
