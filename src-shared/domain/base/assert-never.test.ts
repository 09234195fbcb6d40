import { expect, it } from 'vitest';
import { assertNever } from './assert-never';

it('throws on a value that the types rule out, and names it', () => {
  const outside: unknown = 'archived';
  // A value from outside the program: the types say never, the file says otherwise.
  expect(() => assertNever(outside as never)).toThrow('unexpected value: "archived"');
});
