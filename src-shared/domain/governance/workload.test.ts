import { describe, expect, it } from 'vitest';
import { workloadOf } from './workload';

const MONTHS = ['2026-11', '2026-12'];

describe('workload', () => {
  it('adds up by person, who has the most first', () => {
    const { people, rest } = workloadOf(
      [
        { name: 'Ann', month: 'overdue', count: 2 },
        { name: 'Ben', month: '2026-12', count: 3 },
        { name: 'Ann', month: '2026-11', count: 2 },
        { name: '', month: '2026-12', count: 1 },
      ],
      MONTHS,
      200,
    );
    expect(people).toEqual([
      { name: 'Ann', total: 4, overdue: 2, months: [2, 0] },
      { name: 'Ben', total: 3, overdue: 0, months: [0, 3] },
      { name: '', total: 1, overdue: 0, months: [0, 1] },
    ]);
    expect(rest).toBeNull();
  });

  it('counts whoever is not named one by one: nothing is lost', () => {
    const due = Array.from({ length: 300 }, (_, at) => ({ name: `P${at}`, month: MONTHS[at % 2] ?? '', count: 1 }));
    const { people, rest } = workloadOf(due, MONTHS, 200);
    expect(people).toHaveLength(200);
    expect(rest).toMatchObject({ people: 100, total: 100, overdue: 0 });
    const sum = (place: number) =>
      people.reduce((total, { months }) => total + (months[place] ?? 0), 0) + (rest?.months[place] ?? 0);
    expect([sum(0), sum(1)]).toEqual([150, 150]);
  });
});
