import { describe, expect, it } from 'vitest';
import { type Brief, briefMail, briefText } from './week-brief';
import type { WeekRow } from './week-rows';

const row = (name: string, over: Partial<WeekRow> = {}): WeekRow => ({
  key: name,
  mark: 'act',
  modelId: name,
  name,
  tier: 1,
  what: 'PSI of age 0.31',
  incidents: [],
  owner: 'Ann Lee',
  since: '2026-11-20',
  doubtful: false,
  release: null,
  fresh: false,
  action: { label: 'Open', filter: null, modelId: name },
  ...over,
});

const brief = (rows: readonly WeekRow[], total = rows.length): Brief => ({
  name: 'Aldermoor',
  at: '2026-11-29T10:00:00.000Z',
  headline: 'One more model drifted',
  subline: 'Since 22 Nov 2026.',
  decision: 'The rule says level 3, the money level 2.',
  groups: [{ kind: 'drifted', title: `Drifted: ${total}`, change: '', total, rows: [...rows] }],
});

describe('the week as a mail', () => {
  it('says what the page says, row by row, and asks about no doubtful date', () => {
    const rows = [
      row('Churn', { incidents: [{ id: 'i', number: 46 }], fresh: true }),
      row('Fraud', { tier: null, owner: '', doubtful: true }),
    ];
    const text = briefText(brief(rows, 5), 9);
    expect(text.split('\n')).toEqual([
      'Aldermoor, 29 Nov 2026',
      '',
      'One more model drifted.',
      'Since 22 Nov 2026.',
      '',
      'The rule says level 3, the money level 2.',
      '',
      'Drifted: 5',
      '- Churn (tier 1, Ann Lee): PSI of age 0.31; 20 Nov 2026; incident 46; new',
      '- Fraud (no tier, nobody owns it): PSI of age 0.31',
      '- and 3 more',
    ]);
  });

  it('names rows of every group, and a model once before it is named again', () => {
    const [drifted] = brief([row('Churn'), row('Fraud'), row('Price')]).groups;
    if (!drifted) throw new Error('There is a group.');
    const silent = { ...drifted, title: 'Silent: 2', total: 2, rows: [row('Churn', { key: 'again' }), row('Claims')] };
    const names = (most: number) =>
      briefText({ ...brief([]), groups: [drifted, silent] }, most)
        .split('\n')
        .slice(7)
        .map((line) => line.replace(/ \(.*/, ''));
    expect(names(3)).toEqual([
      'Drifted: 3',
      '- Churn',
      '- Fraud',
      '- and 1 more',
      '',
      'Silent: 2',
      '- Claims',
      '- and 1 more',
    ]);
    expect(names(5)).toEqual(['Drifted: 3', '- Churn', '- Fraud', '- Price', '', 'Silent: 2', '- Churn', '- Claims']);
    expect(names(0)).toEqual(['Drifted: 3', '- and 3 more', '', 'Silent: 2', '- and 2 more']);
  });

  it('fits into the address of a draft, and counts what did not', () => {
    const rows = Array.from({ length: 50 }, (_, at) => row(`Größe & Maß ${at}?`));
    const { url, whole } = briefMail(brief(rows, 80));
    expect([url.length <= 1_900, whole]).toEqual([true, false]);
    const body = new URL(url).searchParams.get('body') ?? '';
    const named = body.split('\r\n').filter((line) => line.startsWith('- Größe')).length;
    expect(body).toContain(`- and ${80 - named} more`);
    expect(named).toBeGreaterThan(5);
    expect(briefMail(brief([row('Churn')])).whole).toBe(true);
  });
});
