import { describe, expect, it } from 'vitest';
import { incidentWords } from './change-words';

describe('incidentWords', () => {
  it('says fields and values as the page does', () => {
    const { label, value } = incidentWords('EUR');
    expect(['severity', 'status', 'postmortem.impact', 'unheardOf'].map(label)).toEqual([
      'Severity',
      'Status',
      'Impact',
      'unheardOf',
    ]);
    expect([value('severity', 2), value('severity', null), value('causedByChange', 'unknown')]).toEqual([
      'SEV 2',
      '',
      'Not known',
    ]);
    expect([value('status', 'reopened'), value('personHours', 1.25)]).toEqual(['Reopened', '1.25']);
    expect(value('costMinor', 123_450)).toContain('1,234.50');
    expect(
      value('links', [
        { label: 'Ticket', url: 'https://x.test/1' },
        { label: '', url: 'https://x.test/2' },
      ]),
    ).toBe('Ticket: https://x.test/1, https://x.test/2');
    expect(value('openedAt', '2026-11-20T07:00:00.000Z')).toContain('2026');
  });
});
