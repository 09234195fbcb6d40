import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTolerantJson, withStandardNumbers } from './tolerant-json';

const parse = (text: string): unknown => parseTolerantJson('report.json', text);

describe('JSON as Python writes it', () => {
  it('reads bare words where a number is expected, and leaves them alone in texts', () => {
    expect(parse('{"a": NaN, "b": [Infinity, -Infinity], "NaN": "Infinity \\" NaN"}')).toEqual({
      a: null,
      b: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      NaN: 'Infinity " NaN',
    });
  });

  it('refuses everything else that is not standard, with a sentence', () => {
    for (const text of ['{"a": nan}', "{'a': 1}", '{"a": 1,}', '{"a": "open', 'NaNN'])
      expect(() => parse(text)).toThrow(/report\.json is not whole JSON/);
  });

  it('changes nothing in standard JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(withStandardNumbers(text)).toBe(text);
      }),
    );
  });
});
