import { describe, expect, it } from 'vitest';
import { parseReferences, parseTags } from './lists-parse';

describe('parseTags', () => {
  it('trims, and keeps none twice', () => {
    expect(parseTags([' Fraud ', 'fraud', '', 'Cards'])).toEqual({ ok: true, value: ['Fraud', 'Cards'] });
  });
  it('refuses long and too many', () => {
    expect(parseTags(['x'.repeat(81)])).toMatchObject({ ok: false });
    expect(parseTags(Array.from({ length: 51 }, (_, index) => `t${index}`))).toMatchObject({ ok: false });
  });
});

describe('parseReferences', () => {
  it('drops empty rows and names the row that lacks its system', () => {
    expect(parseReferences([{ system: '', id: '', url: ' ' }])).toEqual({ ok: true, value: [] });
    const rows = [
      { system: 'MLflow', id: '1', url: '' },
      { system: '', id: '2', url: '' },
    ];
    expect(parseReferences(rows)).toEqual({ ok: false, message: expect.stringContaining('Reference 2') });
  });
  it('takes web addresses only', () => {
    expect(parseReferences([{ system: 'x', id: '', url: 'javascript:alert(1)' }])).toMatchObject({ ok: false });
  });
});
