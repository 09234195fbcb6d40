import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideIdentities, type IdentityDecision } from './decide-identities';
import type { IdentityAnswer, IdentityInput, InventoryRow, PortfolioModel } from './identity-types';
import { rowKeyText } from './row-keys';
import { type SettledRows, Settling } from './settling';
import { input, SOURCE, SYSTEM } from './testing/inputs';
import { NAMES, TEXTS, UNITS } from './testing/row-texts';

const KEY = ['name'] as const;
const MANY_NAMES = [...Array.from({ length: 40 }, (_, at) => `Chart ${at}`), ...NAMES];
const IDS = [
  ...Array.from({ length: 20 }, () => ''),
  'TBD',
  '1',
  '2',
  '3',
  '4',
  ...Array.from({ length: 24 }, (_, at) => `A-${at}`),
];
const said = { name: fc.constantFrom(...MANY_NAMES), unit: fc.constantFrom(...UNITS), text: fc.constantFrom(...TEXTS) };

const models = fc
  .array(
    fc.record({
      ...said,
      id: fc.constantFrom(...IDS),
      source: fc.constantFrom(SOURCE, SOURCE, 'Registry', ''),
      fate: fc.constantFrom('living', 'living', 'living', 'living', 'merged', 'deleted'),
      key: fc.constantFrom(...Array.from({ length: 60 }, () => 'own'), 'none', 'none', ...MANY_NAMES),
      into: fc.nat(11),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(
      ({ name, unit, text, id, source, fate, into, key }, at): PortfolioModel => ({
        id: `m${at}`,
        name,
        unit,
        texts: [text],
        references: id === '' ? [] : [{ system: SYSTEM, id }],
        sources: source === '' ? [] : [source],
        ...(source !== '' &&
          key !== 'none' && {
            rowKeys: [
              { source, key: rowKeyText(KEY, { row: 0, name: key === 'own' ? name : key, unit, externalId: '' }) },
            ],
          }),
        ...(fate === 'merged' ? { fate: { kind: 'merged' as const, into: `m${into}` } } : {}),
        ...(fate === 'deleted' ? { fate: { kind: 'deleted' as const } } : {}),
      }),
    ),
  )
  // As they are read: what is in the portfolio comes first.
  .map((all) => [...all.filter(({ fate }) => !fate), ...all.filter(({ fate }) => fate)]);

/** Most rows say a model again, some with another text, name, unit or id; some are none. */
const rowsOf = (portfolio: readonly PortfolioModel[]) =>
  fc
    .array(
      fc.record({
        of: fc.option(fc.nat(11), { freq: 8 }),
        other: fc.record({ ...said, externalId: fc.constantFrom(...IDS) }),
        changed: fc.constantFrom('nothing', 'nothing', 'nothing', 'text', 'name', 'unit', 'externalId'),
      }),
      { maxLength: 14 },
    )
    .map((drawn) =>
      drawn.map(({ of, other: { text, ...other }, changed }, at): InventoryRow => {
        const model = of === null ? undefined : portfolio[of];
        if (!model) return { ...other, row: at + 2, texts: [text] };
        return {
          row: at + 2,
          name: changed === 'name' ? other.name : model.name,
          unit: changed === 'unit' ? other.unit : model.unit,
          externalId: changed === 'externalId' ? other.externalId : (model.references[0]?.id ?? ''),
          texts: changed === 'text' ? [text] : (model.texts ?? []),
        };
      }),
    );

const answers = fc.array(
  fc.record({
    row: fc.nat(13),
    key: fc.nat(1),
    model: fc.nat(11).map((at) => `m${at}`),
    answer: fc.constantFrom<IdentityAnswer['answer']>('same', 'different', 'later', 'leave_out'),
  }),
  { maxLength: 2 },
);

const inputs = models.chain((portfolio) =>
  fc
    .tuple(rowsOf(portfolio), answers, fc.subarray(['m1', 'm2', 'm3']), fc.boolean(), fc.boolean())
    .map(([rows, drawn, today, counted, key]): IdentityInput => {
      const open = input(portfolio, rows, {
        source: { name: SOURCE, system: SYSTEM, rowsLastTime: counted ? 9 : null },
        metToday: new Set(today),
        key: key ? [...KEY] : ['externalId', 'name'],
      });
      const keys = decideIdentities(open).rows.map((one) => one.keys);
      const found = drawn.flatMap(({ row, key, model, answer }) => {
        const rowKey = keys[row]?.[key];
        return rowKey === undefined ? [] : [{ rowKey, model, answer }];
      });
      return { ...open, answers: found };
    }),
);

interface Settled {
  readonly given: IdentityInput;
  readonly settled: SettledRows;
  readonly modelOf: (row: number) => string | null;
}

/** The same input with all that can be settled before. */
function settle(given: IdentityInput): Settled {
  const settling = new Settling(given, given);
  const living = given.portfolioModels.filter(({ fate }) => fate === undefined);
  for (const model of given.portfolioModels) if (model.fate !== undefined) settling.addModel(model);
  for (const model of living) settling.addModel(model);
  const open = new Set(given.rows.filter((row) => !settling.addRow(row)));
  const contested = settling.contested();
  for (const row of given.rows) {
    if (!contested.has(row.row)) continue;
    settling.takeBack(row);
    open.add(row);
  }
  const settled = new Set(living.filter((_, place) => settling.isSettled(place)));
  for (const model of settled) settling.describe(model);
  const settledRows = settling.rows();
  return {
    given: {
      ...given,
      rows: given.rows.filter((row) => open.has(row)),
      portfolioModels: given.portfolioModels.filter((model) => !settled.has(model)),
      settled: settling.pairs(),
    },
    settled: settledRows,
    modelOf: (row) => living[settledRows.modelOf(row)]?.id ?? null,
  };
}

it('decides the same with what was settled before as with all given one by one', () => {
  const settledBy = new Set<string | null>();
  const plain = (decision: IdentityDecision, rows: ReadonlySet<number>) => ({
    rows: decision.rows.filter(({ row }) => rows.has(row)),
    asks: decision.asks,
    missing: decision.missing,
    notSpokenOf: decision.notSpokenOf,
    units: decision.units.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
    partialBecause: decision.partialBecause,
    swaps: decision.swaps,
    idNotes: decision.idNotes,
    compared: decision.compared,
  });
  fc.assert(
    fc.property(inputs, (given) => {
      const { given: rest, settled, modelOf } = settle(given);
      const whole = decideIdentities(given);
      const open = new Set(rest.rows.map(({ row }) => row));
      expect(plain(decideIdentities(rest), open)).toEqual(plain(whole, open));
      for (const { row, outcome, model, by, id, agreesInUnit, asks } of whole.rows) {
        if (open.has(row)) continue;
        settledBy.add(by);
        expect([row, outcome, model, asks]).toEqual([row, 'matched', modelOf(row), []]);
        expect([row, agreesInUnit, id !== null]).toEqual([row, settled.saysUnit(row), settled.hasId(row)]);
      }
    }),
    { numRuns: 300 },
  );
  expect([...settledBy]).toEqual(expect.arrayContaining(['id', 'key']));
}, 120_000);
