import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideIdentities, type IdentityDecision } from './decide-identities';
import { foldId } from './fold-id';
import type { IdentityAnswer, IdentityInput, InventoryRow, PortfolioModel, RowDecision } from './identity-types';
import { newMemory } from './offers';
import { input, SOURCE, SYSTEM } from './testing/inputs';
import { NAMES, TEXTS, UNITS } from './testing/row-texts';

const IDS = ['', 'TBD', '1', '2', 'A-1', 'A-2', 'A – 1'];

const places = { name: fc.constantFrom(...NAMES), unit: fc.constantFrom(...UNITS), text: fc.constantFrom(...TEXTS) };
const models = fc
  .array(
    fc.record({
      ...places,
      id: fc.constantFrom(...IDS),
      source: fc.constantFrom(SOURCE, 'Registry', ''),
      fate: fc.constantFrom('living', 'living', 'living', 'merged', 'deleted'),
      into: fc.nat(8),
      retired: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((drawn) =>
    drawn.map(
      ({ name, unit, text, id, source, fate, into, retired }, at): PortfolioModel => ({
        id: `m${at}`,
        name,
        unit,
        texts: [text],
        references: id === '' ? [] : [{ system: SYSTEM, id }],
        sources: source === '' ? [] : [source],
        retired,
        ...(fate === 'merged' ? { fate: { kind: 'merged' as const, into: `m${into}` } } : {}),
        ...(fate === 'deleted' ? { fate: { kind: 'deleted' as const } } : {}),
      }),
    ),
  );
const rows = fc
  .array(fc.record({ ...places, externalId: fc.constantFrom(...IDS) }), { maxLength: 9 })
  .map((drawn) => drawn.map(({ text, ...rest }, at): InventoryRow => ({ ...rest, row: at + 2, texts: [text] })));
const answers = fc.array(
  fc.record({
    row: fc.nat(8),
    key: fc.nat(1),
    model: fc.nat(8).map((at) => `m${at}`),
    answer: fc.constantFrom<IdentityAnswer['answer']>('same', 'different', 'later', 'leave_out'),
  }),
  { maxLength: 3 },
);

/** An input whose answers are about rows that it has. */
const inputs = fc.tuple(models, rows, answers).map(([portfolio, file, said]): IdentityInput => {
  const open = input(portfolio, file);
  const keys = decideIdentities(open).rows.map((one) => one.keys);
  const found = said.flatMap(({ row, key, model, answer }) => {
    const rowKey = keys[row]?.[key];
    return rowKey === undefined ? [] : [{ rowKey, model, answer }];
  });
  return { ...open, answers: found };
});

it('gives every row one outcome, and every model of the source one place', () => {
  fc.assert(
    fc.property(inputs, (given) => {
      const decision = decideIdentities(given);
      expect(decision.rows.map(({ row }) => row)).toEqual(given.rows.map(({ row }) => row));
      const met = decision.rows.flatMap(({ model }) => model ?? []);
      expect(new Set(met).size).toBe(met.length);
      for (const { outcome, model, by, renamed, candidates, offers } of decision.rows) {
        expect(model !== null).toBe(outcome === 'matched' || outcome === 'renamed');
        expect(by !== null).toBe(model !== null);
        expect(renamed !== null).toBe(outcome === 'renamed');
        expect(candidates.length > 0).toBe(outcome === 'ambiguous' || outcome === 'held');
        if (outcome !== 'created') expect(offers).toEqual([]);
      }
      const held = new Set(decision.rows.flatMap(({ candidates }) => candidates));
      const missing = decision.missing.map(({ model }) => model);
      const ours = given.portfolioModels.filter(({ fate, sources }) => fate === undefined && sources.includes(SOURCE));
      for (const { id } of ours) {
        const found = [
          met.includes(id),
          held.has(id) && !met.includes(id),
          missing.includes(id),
          decision.notSpokenOf.includes(id),
        ];
        expect([id, found.filter(Boolean).length]).toEqual([id, 1]);
      }
      const all = new Set(ours.map(({ id }) => id));
      for (const id of [...missing, ...decision.notSpokenOf]) expect(all.has(id)).toBe(true);
      const living = new Set(given.portfolioModels.filter(({ fate }) => fate === undefined).map(({ id }) => id));
      for (const { offers } of decision.rows) {
        for (const offer of offers) expect([living.has(offer.model), met.includes(offer.model)]).toEqual([true, false]);
      }
    }),
    { numRuns: 400 },
  );
});

it('decides the same whatever the order of rows and models', () => {
  const shuffled = inputs.chain((given) =>
    fc.record({
      given: fc.constant(given),
      rows: fc.shuffledSubarray([...given.rows], { minLength: given.rows.length }),
      models: fc.shuffledSubarray([...given.portfolioModels], { minLength: given.portfolioModels.length }),
    }),
  );
  const told = (given: IdentityInput) =>
    decideIdentities(given)
      .rows.map(({ row, outcome, model, by, candidates }) => ({
        row,
        outcome,
        model,
        by,
        candidates: candidates.toSorted(),
      }))
      .toSorted((a, b) => a.row - b.row);
  fc.assert(
    fc.property(shuffled, ({ given, rows: file, models: portfolio }) => {
      expect(told({ ...given, rows: file, portfolioModels: portfolio })).toEqual(told(given));
    }),
    { numRuns: 300 },
  );
});

it('finds its own work again: what was created is not created a second time, and nothing changes its model', () => {
  fc.assert(
    fc.property(models, rows, (portfolio, file) => {
      const first = input(portfolio, file);
      const decision = decideIdentities(first);
      const after = carriedOut(first);
      const again = decideIdentities({ ...first, portfolioModels: after });
      for (const [at, { row, model, outcome }] of decision.rows.entries()) {
        const second = again.rows[at];
        if (outcome === 'created') expect([row, second?.outcome]).not.toEqual([row, 'created']);
        const expected = outcome === 'created' ? `new${row}` : model;
        if (second?.model && expected) expect([row, second.model]).toEqual([row, expected]);
      }
    }),
    { numRuns: 400 },
  );
});

it('decides the same with what was compared for other answers as without', () => {
  const plain = ({ doublesInFile, ...decision }: IdentityDecision) => ({ ...decision, doublesInFile });
  fc.assert(
    fc.property(inputs, ({ answers: said, ...given }) => {
      const memory = newMemory();
      const open = { ...given, answers: [] };
      decideIdentities(open, memory);
      for (let count = 0; count <= said.length; count += 1) {
        const asked = { ...open, said: said.slice(0, count) };
        expect(plain(decideIdentities(asked, memory))).toEqual(plain(decideIdentities(asked)));
      }
      const outcomesOf = (input: IdentityInput) =>
        decideIdentities(input).rows.map(({ row, model, outcome }) => [row, model, outcome]);
      expect(outcomesOf({ ...open, said })).toEqual(outcomesOf({ ...open, answers: said }));
    }),
    { numRuns: 200 },
  );
});

it('lets what waits wait, until somebody answers, when everything else was stored', () => {
  fc.assert(
    fc.property(models, rows, fc.infiniteStream(fc.nat()), (portfolio, rowsOfFile, order) => {
      const given = withOwnNumbers(input(portfolio, rowsOfFile));
      const decision = decideIdentities(given);
      const waits = decision.rows.filter(isWaiting);
      const waited = waits.flatMap(({ keys: [rowKey = ''], ...row }) =>
        [...row.candidates, ...row.offers.map((offer) => offer.model), ...(row.model === null ? [] : [row.model])].map(
          (model) => ({ model, rowKey }),
        ),
      );
      const rest = { ...decision, rows: decision.rows.filter((row) => !isWaiting(row)) };
      const file = [...given.rows].map((row) => ({ row, at: order.next().value })).toSorted((a, b) => a.at - b.at);
      const again = decideIdentities({
        ...given,
        rows: file.map(({ row }) => row),
        portfolioModels: carriedOut(given, rest),
        waited,
      });
      for (const { row } of waits) {
        const second = again.rows.find((one) => one.row === row);
        expect([row, second?.outcome === 'held' || (second && isWaiting(second))]).toEqual([row, true]);
      }
      for (const { row, outcome, model } of rest.rows) {
        const second = again.rows.find((one) => one.row === row);
        if (outcome === 'created') expect([row, second && isNew(second)]).toEqual([row, false]);
        if (second?.model && outcome !== 'refused' && !isWaiting(second)) {
          expect([row, second.model]).toEqual([row, outcome === 'created' ? `new${row}` : model]);
        }
      }
    }),
    { numRuns: 400 },
  );
});

/**
 * Where two models share a number, or have come to by merging, one that gets another number or a unit says which of them is meant:
 * more is known than before.
 */
function withOwnNumbers(given: IdentityInput): IdentityInput {
  const seen = new Set<string>();
  return {
    ...given,
    portfolioModels: given.portfolioModels.map(({ fate: _, ...model }) => {
      const [id = ''] = model.references.map((reference) => foldId(reference.id));
      const isOwn = !seen.has(id);
      seen.add(id);
      return isOwn ? model : { ...model, references: [] };
    }),
  };
}

const isWaiting = ({ outcome, offers, asks }: RowDecision): boolean =>
  outcome === 'ambiguous' || offers.length > 0 || asks.length > 0;
const isNew = (row: RowDecision): boolean => row.outcome === 'created' && !isWaiting(row);

/** The portfolio when every outcome was stored: what is matched takes name, unit and number of its row. */
function carriedOut(
  given: IdentityInput,
  decision: Pick<IdentityDecision, 'rows'> = decideIdentities(given),
): readonly PortfolioModel[] {
  const byModel = new Map(decision.rows.flatMap((one) => (one.model === null ? [] : [[one.model, one.row] as const])));
  const rowOf = (number: number | undefined) => given.rows.find(({ row }) => row === number);
  const idOf = (number: number) => decision.rows.find(({ row }) => row === number)?.id ?? null;
  const stored = (model: PortfolioModel, row: InventoryRow): PortfolioModel => {
    const id = idOf(row.row);
    const others = model.references.filter((reference) => id === null || reference.system !== SYSTEM);
    return {
      ...model,
      name: row.name === '' ? model.name : row.name,
      unit: row.unit === '' ? model.unit : row.unit,
      texts: row.texts ?? [],
      references: id === null ? others : [...others, { system: SYSTEM, id }],
      sources: [...new Set([...model.sources, SOURCE])],
    };
  };
  const changed = given.portfolioModels.map((model) => {
    const row = rowOf(byModel.get(model.id));
    return row ? stored(model, row) : model;
  });
  const created = decision.rows
    .filter(({ outcome }) => outcome === 'created')
    .flatMap(({ row: number }) => {
      const row = rowOf(number);
      return row ? stored({ id: `new${number}`, name: '', unit: '', references: [], sources: [] }, row) : [];
    });
  return [...changed, ...created];
}
