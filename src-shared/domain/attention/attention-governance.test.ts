import { describe, expect, it } from 'vitest';
import { findingsItem, reportsItem } from './attention-governance';

const first = { incidentId: 'i1', title: 'Wrong refusals', text: 'EU AI Act', due: '2026-11-25', asksFrom: null };

describe('reports to authorities', () => {
  it.each([
    ['2026-11-25', 1, 0, '1 report to an authority is due within 5 days', 'has its last day today', null],
    ['2026-11-23', 2, 0, '2 reports to an authority are due within 5 days', 'on 25 Nov 2026, in 2 days', null],
    ['2026-11-26', 1, 1, '1 report to an authority is late', 'was due on 25 Nov 2026, 1 day ago', '2026-11-25'],
    ['2026-11-30', 3, 2, '2 reports to an authority are late, 1 more due within 5 days', '5 days ago', '2026-11-25'],
  ])('on %s: %i, %i late', (today, count, late, title, detail, since) => {
    const { attention } = reportsItem({ count, late, ahead: 0, first }, today);
    expect(attention).toMatchObject({ severity: 'act', title, since, count });
    // Of several the page of the week has them all.
    expect(attention.action).toMatchObject(count === 1 ? { incidentId: 'i1' } : { page: 'week' });
    expect(attention.detail).toContain(`“Wrong refusals”: its report by EU AI Act`);
    expect(attention.detail).toContain(detail);
  });

  it('weigh less where no text asks for any of them yet, and say from when it does', () => {
    const ahead = { count: 2, late: 1, ahead: 2, first: { ...first, asksFrom: '2027-12-02' } };
    const { attention } = reportsItem(ahead, '2026-11-26');
    expect(attention.severity).toBe('watch');
    expect(attention.detail).toMatch(/The text asks for such reports from 2 Dec 2027 on\.$/);
    expect(reportsItem({ ...ahead, ahead: 1 }, '2026-11-26').attention.severity).toBe('act');
  });
});

it('findings past their day are grave where one is', () => {
  const longest = {
    words: 'Critical finding “Leak” was due on 1 Oct 2026',
    since: '2026-10-02',
    model: { id: 'm', name: 'Score' },
  };
  const { attention } = findingsItem({ count: 3, grave: 1, first: longest });
  expect(attention).toMatchObject({
    severity: 'act',
    title: '3 findings are overdue',
    detail: '“Score”: Critical finding “Leak” was due on 1 Oct 2026. 1 of them is critical or high.',
    since: '2026-10-02',
    action: { page: 'findings' },
  });
  expect(findingsItem({ count: 1, grave: 0, first: longest }).attention).toMatchObject({ severity: 'watch' });
});
