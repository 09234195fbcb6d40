import { expect, it } from 'vitest';
import { letGo } from '#domain/base/let-go';

it('frees what an array stood on by itself, and nothing that others look at', () => {
  const own = new Float64Array(4).fill(1);
  letGo(own);
  expect(own.length).toBe(0);
  const whole = new Uint8Array(8).fill(7);
  letGo(whole.subarray(2));
  expect(whole).toEqual(new Uint8Array(8).fill(7));
});

it('gives the memory back before anything is collected', () => {
  const before = process.memoryUsage().arrayBuffers;
  const large = Array.from({ length: 64 }, () => new Uint8Array(1024 * 1024).fill(1));
  expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThan(60 * 1024 * 1024);
  for (const one of large) letGo(one);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
});
