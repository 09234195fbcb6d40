import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { query, Said } from '#contract/define';
import { contract } from '#contract/index';
import { formsOf } from '#domain/base/forms';
import { inForms } from './said';

const german = formsOf('de-DE');
const Row = z.object({ name: z.string(), why: Said.nullable(), count: z.number() });
const endpoint = query(
  z.object({}),
  z.object({
    headline: Said,
    rows: z.array(Row),
    by: z.record(z.string(), Row),
    kind: z.discriminatedUnion('is', [
      z.object({ is: z.literal('typed'), note: z.string() }),
      z.object({ is: z.literal('said'), note: Said }),
    ]),
    pair: z.tuple([z.string(), Said]),
    later: Said.optional(),
  }),
);
const row = { name: '2,133 models', why: '2,133 models', count: 2133 };

describe('a reply in the forms of its reader', () => {
  it('has what the program wrote rewritten wherever it lies, and nothing that somebody typed', () => {
    const value = {
      headline: '2,133 models',
      rows: [row, { ...row, why: null }],
      by: { '2,133': row },
      kind: { is: 'said', note: '1.5 a year' },
      pair: ['1.5', '1.5'],
    };
    expect(inForms(endpoint, { ok: true, value }, german)).toEqual({
      ok: true,
      value: {
        headline: '2.133 models',
        rows: [
          { ...row, why: '2.133 models' },
          { ...row, why: null },
        ],
        by: { '2,133': { ...row, why: '2.133 models' } },
        kind: { is: 'said', note: '1,5 a year' },
        pair: ['1.5', '1,5'],
      },
    });
    const typed = { ...value, kind: { is: 'typed', note: '1.5 a year' } };
    expect(inForms(endpoint, { ok: true, value: typed }, german)).toMatchObject({ value: { kind: typed.kind } });
  });

  it('has the sentence of a failure and the name of an entry rewritten', () => {
    const failure = { code: 'refused', message: 'At most 2,000 rows.' } as const;
    expect(inForms(endpoint, { ok: false, failure }, german)).toMatchObject({
      failure: { message: 'At most 2.000 rows.' },
    });
    const did = { seq: 1, label: 'Imported 2,133 models', undoable: true };
    expect(inForms(undefined, { ok: true, value: 1, did }, german)).toMatchObject({
      value: 1,
      did: { label: 'Imported 2.133 models' },
    });
  });

  it('is found in every channel of the contract', () => {
    // Compiles the rewriting of each output once; a kind of schema that it does not know would pass over sentences.
    const KNOWN = [
      'string',
      'number',
      'boolean',
      'enum',
      'literal',
      'object',
      'array',
      'record',
      'nullable',
      'optional',
      'default',
      'prefault',
      'union',
      'tuple',
      'null',
      'pipe',
      'readonly',
      'intersection',
      'unknown',
      'nonoptional',
      'custom',
      'never',
      'transform',
      'lazy',
    ];
    const seen = new Set<string>();
    const walk = (schema: z.core.$ZodType, done = new Set<unknown>()): void => {
      if (done.has(schema)) return;
      done.add(schema);
      seen.add(schema._zod.def.type);
      if (schema instanceof z.ZodLazy) {
        // What holds itself is passed over, so it may hold no sentence of ours.
        const within = new Set<unknown>([schema]);
        walk(schema.unwrap(), within);
        expect(within.has(Said)).toBe(false);
      }
      for (const part of Object.values(schema._zod.def))
        for (const one of Array.isArray(part) ? part : [part, ...(isShape(part) ? Object.values(part) : [])])
          if (one instanceof z.ZodType) walk(one, done);
    };
    const isShape = (part: unknown): part is Record<string, unknown> =>
      typeof part === 'object' && part !== null && Object.values(part).every((one) => one instanceof z.ZodType);
    for (const subject of Object.values(contract)) for (const { output } of Object.values(subject)) walk(output);
    expect([...seen].filter((type) => !KNOWN.includes(type))).toEqual([]);
  });
});
