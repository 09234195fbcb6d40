import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIncidentSearch } from '../../lib/incident-search';
import { chosenValues, FACETS, filterChips, toggleValue } from './filter-words';
import { CHOICE_FIELDS, readTyped } from './incident-cells';
import { toAddress } from './register-state';

describe('the filter of the register', () => {
  it('writes nothing said as null where the engine does, and numbers as numbers', () => {
    expect(toggleValue({}, 'severity', '')).toEqual({ severity: [null] });
    expect(toggleValue({ severity: [null] }, 'severity', '2')).toEqual({ severity: [null, 2] });
    expect(toggleValue({}, 'modelId', '')).toEqual({ modelId: [null] });
    expect(toggleValue({}, 'unit', '')).toEqual({ unit: [''] });
    expect(toggleValue({ cause: ['drift'] }, 'cause', 'drift')).toEqual({});
  });

  it('takes a value off again that it put on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FACETS.map(({ key }) => key)), fc.constantFrom('', '1', '2'), (key, value) => {
        const on = toggleValue({ open: true }, key, value);
        expect(chosenValues(on, key)).toEqual([value]);
        expect(toggleValue(on, key, value)).toEqual({ open: true });
      }),
    );
  });

  it('says each active field in words, models by their names', () => {
    const filter = { severity: [1, null] as const, modelId: ['m1', null], open: true, openedTo: '2026-11-03' };
    const words = filterChips({ ...filter, severity: [1, null], modelId: ['m1', null] }, (id) =>
      id === 'm1' ? 'Churn' : undefined,
    ).map(({ text }) => text);
    expect(words.slice(0, 3)).toEqual(['Severity: SEV 1, Not rated', 'Model: Churn, No known model', 'Open']);
    expect(words[3]).toMatch(/^Opened up to and with .*3.*2026$/);
    expect(filterChips({ status: [] }).map(({ text }) => text)).toEqual(['Status: none of them']);
  });

  it('survives the address', () => {
    const state = {
      search: '2024',
      filter: { open: false, severity: [2 as const, null], importId: 'i1' },
      sort: [{ field: 'openedAt' as const, direction: 'desc' as const }],
    };
    expect(readIncidentSearch({ ...toAddress(state) })).toEqual(toAddress(state));
    expect(readIncidentSearch({ q: 7, filter: { open: 'yes', colour: ['red'] }, sort: ['up'] })).toEqual({ q: '7' });
  });
});

describe('what is typed into a cell', () => {
  it('is read by its field, and refused in a sentence', () => {
    expect(readTyped('title', '  Feed empty ', 'EUR')).toEqual({ ok: true, patch: { title: 'Feed empty' } });
    expect(readTyped('title', ' ', 'EUR')).toEqual({ ok: false, message: 'An incident needs a title.' });
    expect(readTyped('costMinor', '1200,50', 'EUR')).toEqual({ ok: true, patch: { costMinor: 120_050 } });
    expect(readTyped('costMinor', '1200', 'JPY')).toEqual({ ok: true, patch: { costMinor: 1200 } });
    expect(readTyped('personHours', '', 'EUR')).toEqual({ ok: true, patch: { personHours: null } });
    expect(readTyped('personHours', '-1', 'EUR').ok).toBe(false);
    expect(readTyped('severity', '', 'EUR')).toEqual({ ok: true, patch: { severity: null } });
    expect(readTyped('severity', '4', 'EUR')).toEqual({ ok: true, patch: { severity: 4 } });
  });

  it('offers for each closed field what the contract knows, once', () => {
    for (const { choices } of Object.values(CHOICE_FIELDS)) {
      const values = choices.map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});
