import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../../testing/test-backend';

const HEADER =
  'Model ID,Model name,Model owner,Validator,Risk rating,Status,Go-live date,Last validation date,Validation outcome,Next validation due';

async function bank() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const bring = async (name: string, rows: readonly string[]) => {
    const file = join(engine.folder, name);
    writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
    const preview = await engine.call('imports.preview', { file });
    if (preview.format !== 'inventory') throw new Error('no inventory');
    const applied = await engine.call('imports.apply', { file });
    return { preview, applied };
  };
  const evidence = async () =>
    (await engine.call('evidence.list', {})).evidence
      .map(({ kind, on, by, outcome, validUntil }) => [kind, on, by, outcome, validUntil])
      .toSorted((a, b) => String(a[1]).localeCompare(String(b[1])));
  return { ...engine, bring, evidence };
}

const ROWS = [
  'M-1,PD Mortgages,A. Singh,Model Validation,High,In use,2024-03-01,2026-02-15,Passed with findings,2027-01-31',
  'M-2,LGD Corporate,B. Roy,Model Validation,High,In use,2023-06-15,2025-01-10,Satisfactory,2026-01-10',
  'M-3,AML Scoring,C. Tremblay,Model Validation,High,In use,2022-09-01,,,',
  'M-4,VaR Equity,F. Novak,Model Validation,High,Retired,2019-01-01,2024-01-01,Not approved,2023-01-01',
  'M-5,Churn,D. Lavoie,,Low,In use,2025-01-01,2025-06-01,Pending committee,',
  'M-6,Ahead,D. Lavoie,,Low,In use,2025-01-01,2027-06-01,Passed,',
];

describe('the inventory of a bank', () => {
  it('brings the last validations as dated evidence, and says what it could not read', async () => {
    const { bring, evidence, call } = await bank();
    const { preview } = await bring('q3.csv', ROWS);
    expect(preview.mapping.evidence).toEqual([
      {
        kind: 'validation',
        on: 'Last validation date',
        by: 'Validator',
        outcome: 'Validation outcome',
        outcomes: [],
      },
    ]);
    expect(preview.evidence).toEqual({ rows: 3, fresh: 3 });
    expect(await evidence()).toEqual([
      ['validation', '2024-01-01', 'Model Validation', 'failed', null],
      ['validation', '2025-01-10', 'Model Validation', 'passed', null],
      ['validation', '2026-02-15', 'Model Validation', 'passed_with_findings', null],
    ]);
    expect(preview.problems.map(({ row, code, value }) => [row, code, value])).toEqual([
      [6, 'outcome_not_read', 'Pending committee'],
      [7, 'future_date', '2027-06-01'],
    ]);
    // What the bank plans counts until a review was held; without a plan the tier's interval after the last one.
    const dueOf = async (search: string) => {
      const { rows } = await call('models.list', { search });
      return (await call('models.get', { id: rows[0]?.id ?? '' })).reviewDue;
    };
    expect([await dueOf('LGD'), await dueOf('PD Mortgages')]).toEqual(['2026-01-10', '2027-01-31']);
  });

  it('adds what is new a quarter later, doubles nothing, and goes with an undo', async () => {
    const { bring, evidence, call } = await bank();
    await bring('q3.csv', ROWS);
    const { preview, applied } = await bring('q4.csv', [
      ROWS[0] ?? '',
      'M-2,LGD Corporate,B. Roy,Model Validation,High,In use,2023-06-15,2026-11-10,Passed,2027-11-10',
      ...ROWS.slice(2),
    ]);
    expect(preview.evidence).toEqual({ rows: 3, fresh: 1 });
    expect(await evidence()).toHaveLength(4);
    await call('imports.undo', { importId: applied.importId });
    expect(await evidence()).toHaveLength(3);
  });
});

it('keeps the end of a validation where a column has it', async () => {
  const { call, folder } = await testBackend();
  const file = join(folder, 'ends.csv');
  writeFileSync(
    file,
    'name,Status,Go-live date,Last validation,Validation valid until\nA,In use,2024-01-01,2026-01-10,2027-01-10\nB,In use,2024-01-01,2026-01-10,2025-01-10\n',
  );
  const preview = await call('imports.preview', { file });
  expect(preview.problems.map(({ row, code }) => [row, code])).toContainEqual([3, 'end_not_read']);
  await call('imports.apply', { file });
  const { evidence } = await call('evidence.list', {});
  expect(new Set(evidence.map(({ on, validUntil }) => `${on} ${validUntil}`))).toEqual(
    new Set(['2026-01-10 2027-01-10', '2026-01-10 null']),
  );
});
