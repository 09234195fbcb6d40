import { describe, expect, it } from 'vitest';
import { readGovernanceSearch } from '../../lib/governance-search';
import { type Completeness, headlineOf, letterOf, shownLines } from './governance-words';

const line = {
  label: 'Line',
  ref: '',
  group: '',
  force: 'required',
  confidence: 'primary',
  verify: '',
  help: '',
} as const;
const field = {
  ...line,
  ask: '',
  near: '',
  from: ['evidence:dpia'],
  held: 1,
  missing: 2,
  later: 0,
  notApplicable: 0,
  unknown: 0,
};
const duty = {
  ...line,
  who: '',
  house: true,
  evidence: ['validation'],
  met: 0,
  missing: 1,
  due: 0,
  notApplicable: 0,
  unknown: 0,
};

const found = {
  pack: { name: 'The Act', effectiveFrom: '2027-05-01', checkedOn: '2026-11-29', stale: false },
  state: 'in_force',
  day: '2026-11-30',
  models: 3,
  scopeUnknown: 0,
  share: 1 / 3,
  fields: [
    { ...field, id: 'A', per: 'model' },
    { ...field, id: 'B', per: 'organisation', held: 1, missing: 0 },
    { ...field, id: 'C', per: 'model' },
  ],
  duties: [{ ...duty, id: 'D', per: 'model' }],
  classes: [],
  waiting: 1,
  matching: 1,
  rows: [
    { modelId: 'm', name: 'M', unit: '', tier: 1, owner: '', scope: 'yes', class: null, fields: 'HM', duties: '?' },
  ],
} as unknown as Completeness;

describe('what a text asks for', () => {
  it('finds the letter of a model where lines of the organisation have none', () => {
    const [row] = found.rows;
    const letters = shownLines(found).map((one) => (row && one.per === 'model' ? letterOf(row, one) : ''));
    expect(letters).toEqual(['H', '', 'M', '?']);
  });

  it('says what is missing, and of what is not in force or not known nothing of the kind', () => {
    expect(headlineOf(found)).toBe(
      '5 answers that The Act asks for are missing; 33% of the fields that it asks for are held',
    );
    expect(headlineOf({ ...found, share: 0.998 })).toMatch(/99% of the fields/);
    expect(headlineOf({ ...found, share: null })).toBe(
      '5 answers that The Act asks for are missing; the rest hangs on answers that nobody has given',
    );
    expect(headlineOf({ ...found, share: null, fields: [], duties: [] })).toBe(
      'What The Act asks of 1 model hangs on answers that nobody has given',
    );
    expect(headlineOf({ ...found, state: 'proposed' })).toContain('only proposed');
    expect(headlineOf({ ...found, scopeUnknown: 3 })).toContain('Nobody has said yet whether The Act applies');
    expect(headlineOf({ ...found, state: 'to_come' })).toMatch(/asks from .*2027; 0 answers would be missing then/);
  });

  it('is read from an address, whose numbers are names of lines', () => {
    expect(readGovernanceSearch({ pack: 'osfi-e-23', line: 15, at: '2027-12-03' })).toEqual({
      pack: 'osfi-e-23',
      line: '15',
      at: '2027-12-03',
    });
    expect(readGovernanceSearch({ pack: '<b>', line: {}, at: 'soon' })).toEqual({});
  });
});
