import { describe, expect, it } from 'vitest';
import { PACKS } from '../../../resources/packs';
import examples from '../../../resources/packs/testing/examples.json' with { type: 'json' };
import { sayProblem } from './pack-problem';
import { packOf, readPack } from './read-pack';
import { PACK_BOUNDS } from './within-bounds';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const { valid } = examples;
const [owner] = valid.fields;
const [validation] = valid.duties;
const nested = (levels: number): unknown =>
  JSON.parse(`${'{"not":'.repeat(levels)}{"always":true}${'}'.repeat(levels)}`);
const scoped = (condition: unknown): unknown => ({ ...valid, appliesTo: { who: 'Everybody', condition } });

describe('a pack as a file', () => {
  it.each(PACKS.map((pack) => ({ name: `${pack.id}@${pack.edition}`, pack })))('takes $name', ({ pack }) => {
    expect(readPack(bytes(JSON.stringify(pack)))).toEqual({ pack, problems: [] });
  });

  it('keeps the order that it came in, so that an export is the same again', () => {
    const turned = Object.fromEntries(Object.entries(valid).toReversed());
    expect(JSON.stringify(packOf(turned).pack)).toBe(JSON.stringify(turned));
  });

  it.each([...examples.refusedBySchema, ...examples.refusedBeyondSchema])('with $why says so', ({ pack }) => {
    const { problems } = packOf(pack);
    expect(problems.length).toBeGreaterThan(0);
    for (const { words } of problems) expect(words).toMatch(/^[“A-Za-z].*\.$/s);
  });

  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['a list', [], /^The file holds no rule pack/],
    ['another format', { ...valid, format: 'x/9' }, /^format: “x\/9” is not a format.*modelfolio\.rulepack\/1/],
    [
      'an unknown confidence',
      { ...valid, fields: [{ ...owner, confidence: 'sure' }] },
      /^fields\[1\]\.confidence \(owner\): Write one of primary, secondary, memory\.$/,
    ],
    [
      'a query',
      { ...valid, duties: [{ ...validation, evidence: [{ rule: 'query', query: 'SELECT 1' }] }] },
      /^duties\[1\]\.evidence\[1\]\.rule \(validation\): Write one of evidence_valid, /,
    ],
    [
      'evidence without its kind',
      { ...valid, duties: [{ ...validation, evidence: [{ rule: 'evidence_valid' }] }] },
      /^duties\[1\]\.evidence\[1\]\.kind \(validation\): This is left out\. Write a text here\.$/,
    ],
    [
      'an operator nobody knows',
      scoped({ all: [{ any: [{ of: 'model.tier', is: 'equals', value: 1 }] }] }),
      /^appliesTo\.condition\.all\[1\]\.any\[1\]\.is: Write one of eq, ne, /,
    ],
    ['a field that no model has', scoped({ of: 'model.colour', is: 'set' }), /^model\.colour names nothing here/],
    [
      'a name that objects bring along',
      { ...valid, fields: [{ ...owner, from: ['field:constructor'] }] },
      /^field:constructor names nothing here/,
    ],
    ['a comparison with nothing', scoped({ of: 'model.tier', is: 'in' }), /compares model\.tier \(in\) with nothing/],
    ['a list where one is compared', scoped({ of: 'model.tier', is: 'eq', value: [1] }), /by eq with a list/],
    ['a class without classification', scoped({ of: 'class', is: 'set' }), /no classification/],
    [
      'a class that asks for itself',
      {
        ...valid,
        classification: {
          classes: [{ value: 'a', label: 'A' }],
          derive: [{ when: { not: { of: 'class', is: 'eq', value: 'a' } }, class: 'a' }],
        },
      },
      /asks for the class that it gives/,
    ],
    ['conditions that are deep', scoped(nested(5000)), /levels deep/],
    ['a name of the language', JSON.parse('{"__proto__":{"polluted":1}}'), /^The name “__proto__”/],
    ['a text that turns its direction', { ...valid, name: 'a\u202eb' }, /^name: .*U\+202E/],
    ['a huge text', { ...valid, disclaimer: 'x'.repeat(6000) }, /^disclaimer: This text has 6000 characters/],
    ['too many lines', { ...valid, fields: Array.from({ length: 501 }, () => owner) }, /^fields: This list has more/],
    [
      'too many values',
      { ...valid, notes: Array.from({ length: 200 }, () => Array.from({ length: 400 }, () => 1)) },
      /more than 50000 values/,
    ],
  ];
  it.each(refused)('refuses %s with a sentence', (_what, value, words) => {
    expect(sayProblem(packOf(value).problems[0] ?? { place: '', words: '' })).toMatch(words);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('refuses a name that stands twice, of which one would silently count', () => {
    const text = JSON.stringify(valid);
    const twice = text.replace('{"id":"owner"', '{"id":"first \\"{,","\\u0069d":"owner"');
    expect(twice).not.toBe(text);
    expect(readPack(bytes(twice)).problems[0]?.words).toContain('“id” stands twice');
    // In another object, in a text, or as a value it is no second one.
    expect(readPack(bytes(text.replace('"Our own rules."', '"{\\"id\\":1,\\"id\\":2}"'))).problems).toEqual([]);
  });

  it('refuses what is no JSON, no UTF-8, or too large, before anything else', () => {
    expect(readPack(bytes('{"id":')).problems[0]?.words).toContain('no JSON in UTF-8 (Unexpected end');
    expect(readPack(new Uint8Array([0xff, 0xfe, 0x00])).problems[0]?.words).toContain('no JSON in UTF-8');
    expect(readPack(new Uint8Array(PACK_BOUNDS.bytes + 1)).problems[0]?.words).toContain('larger than 1 MB');
    expect(readPack(bytes('['.repeat(500_000))).problems).toHaveLength(1);
    expect(readPack(bytes(`${'['.repeat(400_000)}${']'.repeat(400_000)}`)).problems).toHaveLength(1);
  });
});
