import { describe, expect, it } from 'vitest';
import { parseReferences } from './lists-parse';

describe('parseReferences', () => {
  it('drops empty rows and names the row that lacks its system', () => {
    expect(parseReferences([{ system: '', id: '', url: ' ' }])).toEqual({ ok: true, value: [] });
    const rows = [
      { system: 'MLflow', id: '1', url: '' },
      { system: '', id: '2', url: '' },
    ];
    expect(parseReferences(rows)).toMatchObject({ ok: false, message: expect.stringContaining('Reference 2') });
  });
  it('takes web addresses only', () => {
    expect(parseReferences([{ system: 'x', id: '', url: 'javascript:alert(1)' }])).toMatchObject({ ok: false });
  });
});
