/** How many of what falls due stand with one person. */
export interface Load {
  readonly total: number;
  readonly overdue: number;
  /** One a month. */
  readonly months: readonly number[];
}

export interface PersonLoad extends Load {
  /** '' = nobody is named. */
  readonly name: string;
}

export interface Workload {
  /** Who has the most first. */
  readonly people: readonly PersonLoad[];
  /** All others together; `null`: everybody is among the people. */
  readonly rest: (Load & { readonly people: number }) | null;
}

export interface CountedDue {
  readonly name: string;
  /** `2026-12`, or `overdue`. */
  readonly month: string;
  readonly count: number;
}

/** What falls due by person and month; beyond the `most` people with the most of it the others are one row. */
export function workloadOf(due: readonly CountedDue[], months: readonly string[], most: number): Workload {
  const found = new Map<string, { name: string; total: number; overdue: number; months: number[] }>();
  const places = new Map(months.map((month, place) => [month, place]));
  for (const { name, month, count } of due) {
    const own = found.get(name) ?? { name, total: 0, overdue: 0, months: months.map(() => 0) };
    found.set(name, own);
    own.total += count;
    if (month === 'overdue') own.overdue += count;
    const place = places.get(month);
    if (place !== undefined) own.months[place] = (own.months[place] ?? 0) + count;
  }
  const all = [...found.values()].sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  const others = all.slice(most);
  const sum = (of: (load: Load) => number): number => others.reduce((total, load) => total + of(load), 0);
  return {
    people: all.slice(0, most),
    rest:
      others.length === 0
        ? null
        : {
            people: others.length,
            total: sum(({ total }) => total),
            overdue: sum(({ overdue }) => overdue),
            months: months.map((_, place) => sum((load) => load.months[place] ?? 0)),
          },
  };
}
