import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATED_NAMES } from '#domain/models/model-fields';
import { STAGES } from '#domain/vocabulary';
import { COLUMN_OF } from '../models/model-rows';
import { isLean, leanName, leanTexts, loosened, SHARED_COLUMNS, wholeTexts } from './lean-source';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'A:1:2', '=n', '~p', '"', 'ß: 3'),
);
const value = fc.oneof(text, fc.integer(), fc.constant(null));
const lists = new Set(['externalReferences', 'tags']);
const list = fc.array(fc.oneof(text, fc.record({ system: text, id: text, url: text })), { maxLength: 3 });

/** Fields of a row in any order, with the model that has some of them. */
const told = fc.shuffledSubarray([...STATED_NAMES]).chain((names) =>
  fc.record({
    fields: fc
      .tuple(...names.map((name) => (lists.has(name) ? list : value)))
      .map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]]))),
    shared: fc.subarray([...STATED_NAMES]),
    others: fc.tuple(...STATED_NAMES.map((name) => (lists.has(name) ? list : value))),
  }),
);
const columnText = (name: string, of: unknown): unknown => (lists.has(name) ? JSON.stringify(of) : of);

const events = fc.array(
  fc.record({
    stage: fc.oneof(fc.constantFrom(...STAGES), text),
    at: fc.oneof(
      fc.constant(null),
      fc.constantFrom('2024-02-29T00:00:00.000Z', '1999-01-01T10:00:00.000Z'),
      fc.string(),
    ),
    precision: fc.constantFrom('day', 'month', 'quarter', 'year', 'a/b'),
  }),
);

describe('what a source shares with its model', () => {
  it('is given back to the letter, also when the model has changed since (property)', () => {
    fc.assert(
      fc.property(told, fc.subarray([...SHARED_COLUMNS]), fc.array(value), (row, changing, news) => {
        const model: Record<string, unknown> = Object.fromEntries(
          STATED_NAMES.map((name, at) => [
            COLUMN_OF[name],
            columnText(name, row.shared.includes(name) && name in row.fields ? row.fields[name] : row.others[at]),
          ]),
        );
        const whole = { fields: JSON.stringify(row.fields), events: '[]' };
        const lean = leanTexts(whole, model);
        expect(wholeTexts(lean, model)).toEqual(whole);
        if (!isLean(lean.fields)) return;
        expect(loosened(lean.fields, model, null)).toBe(whole.fields);
        const name = leanName(lean.fields);
        expect(name === true ? model.name : name).toEqual(row.fields.name);
        const columns = new Set<string>(changing);
        const loose = loosened(lean.fields, model, columns) ?? lean.fields;
        changing.forEach((column, at) => {
          model[column] = news[at] ?? 'another';
        });
        expect(wholeTexts({ fields: loose, events: '' }, model).fields).toBe(whole.fields);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a tenth of its text where the model has all of it', () => {
    const fields = { name: 'Churn', unit: 'Retail / Cards', tier: 2, tags: ['a'], purpose: 'Predicts who leaves' };
    const model = { ...fields, tags: '["a"]' };
    expect(leanTexts({ fields: JSON.stringify(fields), events: '[]' }, model).fields).toBe('=nurgp');
    expect(leanTexts({ fields: JSON.stringify({ ...fields, tier: 3 }), events: '[]' }, model).fields).toBe(
      '=nur:1:3gp',
    );
  });

  it('leaves what no field of ours is as it lies', () => {
    const other = { fields: '{"name":"A","colour":"red"}', events: '{"settled":true}' };
    expect(leanTexts(other, { name: 'A' })).toEqual(other);
    for (const text of ['', '7', '[]', '[1]', '[null]', '["a"]', '[{"at":7}]', 'no JSON', '"text"', '{"name":']) {
      const odd = { fields: text, events: text };
      expect(wholeTexts(leanTexts(odd, { name: 'A' }), { name: 'A' })).toEqual(odd);
    }
    expect(leanTexts({ fields: '{ "name": "A" }', events: '' }, { name: 'A' }).fields).toBe('{ "name": "A" }');
  });

  it('keeps what was told of a life in a few letters (property)', () => {
    fc.assert(
      fc.property(events, (moves) => {
        const whole = { fields: '{}', events: JSON.stringify(moves) };
        expect(wholeTexts(leanTexts(whole, undefined), undefined)).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
    const moves = [
      { stage: 'proposed', at: '2018-02-27T00:00:00.000Z', precision: 'day' },
      { stage: 'deployed', at: '2022-02-15T00:00:00.000Z', precision: 'month' },
      { stage: 'retired', at: null, precision: 'day' },
    ];
    expect(leanTexts({ fields: '{}', events: JSON.stringify(moves) }, undefined).events).toBe(
      '~p2018-02-27 d2022-02-15/month x',
    );
  });
});
