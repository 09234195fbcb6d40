import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS, type ImportField } from '#contract/imports/import-field';
import { ModelFields } from '#contract/models/models';
import { fold } from '#domain/base/fold';
import { readField } from './read-field';

const rules = { dateOrder: 'ymd', decimal: '.', currency: 'EUR', today: '2026-11-23' } as const;
const read = (field: ImportField, text: string, values: Readonly<Record<string, string>> = {}) =>
  readField(field, text, new Map(Object.entries(values).map(([from, to]) => [fold(from), to])), rules);

describe('a cell as a field', () => {
  it.each([
    ['stage', 'Data preparation', { kind: 'stage', stage: 'data_preparation' }],
    ['stage', 'DATA_PREPARATION', { kind: 'stage', stage: 'data_preparation' }],
    ['tier', 'Tier 2', { kind: 'fields', fields: { tier: 2 } }],
    ['updateFrequency', 'twice a year', { kind: 'fields', fields: { updateFrequency: 'half_yearly' } }],
    ['origin', 'In-House', { kind: 'fields', fields: { origin: 'in_house' } }],
    ['criticality', 'CRITICAL', { kind: 'fields', fields: { criticality: 'critical' } }],
    ['personalData', 'Y', { kind: 'fields', fields: { personalData: 'yes' } }],
    ['monitored', 'FALSE', { kind: 'monitored', monitored: false }],
    ['purpose', 'two\nlines', { kind: 'fields', fields: { purpose: 'two\nlines' } }],
    ['unit', 'two\n lines', { kind: 'fields', fields: { unit: 'two lines' } }],
    [
      'deployedAt',
      '2024-05-01',
      { kind: 'date', field: 'deployedAt', when: { at: '2024-05-01T00:00:00.000Z', precision: 'day' } },
    ],
    ['tags', 'fraud, credit risk; Fraud', { kind: 'fields', fields: { tags: ['fraud', 'credit risk'] } }],
    [
      'tags',
      'Governance, Processes, and General Procedures',
      { kind: 'fields', fields: { tags: ['Governance, Processes, and General Procedures'] } },
    ],
    ['tags', ';', { kind: 'nothing' }],
  ] as const)('reads %s from %j', (field, text, value) => {
    expect(read(field, text)).toEqual({ ok: true, value });
  });

  it('takes the mapping of a value before its own words, and an empty target as nothing', () => {
    expect(read('stage', 'Retired', { retired: 'deployed' })).toMatchObject({ value: { stage: 'deployed' } });
    expect(read('stage', 'Retired', { RETIRED: '' })).toEqual({ ok: true, value: { kind: 'nothing' } });
    expect(read('unit', 'HQ', { hq: 'Head office' })).toMatchObject({ value: { fields: { unit: 'Head office' } } });
    expect(read('unit', 'HQ', { hq: '' })).toEqual({ ok: true, value: { kind: 'nothing' } });
    expect(read('tier', 'big', { big: 'huge' })).toMatchObject({
      code: 'unknown_value',
      message: expect.stringContaining('Correct the mapping'),
    });
  });

  it.each([
    ['stage', 'somewhere', 'unknown_value'],
    ['name', 'x'.repeat(501), 'too_long'],
    ['tags', `a;${'x'.repeat(81)}`, 'too_long'],
    ['externalUrl', 'javascript:alert(1)', 'not_a_url'],
    ['externalUrl', 'https://', 'not_a_url'],
    ['deployedAt', '2027-01-01', 'date_in_future'],
    ['annualValue', '12k', 'not_an_amount'],
  ] as const)('refuses %s from %.20j', (field, text, code) => {
    expect(read(field, text)).toMatchObject({ ok: false, code });
  });

  it('gives only what the contract takes, whatever stands in the cell', () => {
    const cells = [
      '',
      ' ',
      'yes',
      '1',
      '-1.50',
      '2024-05-01',
      'https://a.test',
      'x'.repeat(60_000),
      'a;b|c',
      '__proto__',
      '\u0000',
    ];
    for (const field of IMPORT_FIELDS) {
      for (const cell of cells) {
        const parsed = read(field, cell);
        if (parsed.ok && parsed.value.kind === 'fields') {
          expect(ModelFields.partial().safeParse(parsed.value.fields).success, `${field} ${cell.slice(0, 20)}`).toBe(
            true,
          );
        }
      }
    }
  });
});
