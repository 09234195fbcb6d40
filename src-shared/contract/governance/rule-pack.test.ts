import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packProblems } from '#domain/governance/pack-problems';
import { packName } from '#domain/governance/rule-pack';
import { PACKS } from '../../../resources/packs';
import examples from '../../../resources/packs/testing/examples.json' with { type: 'json' };
import { Pack } from './rule-pack';

describe('a rule pack', () => {
  it.each(PACKS.map((pack) => ({ name: packName(pack), pack })))('$name ships and is whole', ({ pack }) => {
    const parsed = Pack.parse(pack);
    expect(parsed).toEqual(pack);
    expect(packProblems(parsed)).toEqual([]);
    // Each line says how well it is known; whose words nobody has read says what is to be checked.
    for (const { confidence, verify } of [...parsed.fields, ...parsed.duties])
      if (confidence === 'memory') expect(verify ?? '').not.toBe('');
  });

  it('of the examples is taken', () => expect(packProblems(Pack.parse(examples.valid))).toEqual([]));

  it.each(examples.refusedBySchema)('with $why is refused by its form', ({ pack }) => {
    expect(Pack.safeParse(pack).success).toBe(false);
  });

  it.each(examples.refusedBeyondSchema)('with $why is refused by a look at the whole', ({ pack }) => {
    expect(packProblems(Pack.parse(pack)).length).toBeGreaterThan(0);
  });

  it('has its published schema as it is parsed', () => {
    const published: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/rule-pack.schema.json'), 'utf8'),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Pack))));
  });
});
