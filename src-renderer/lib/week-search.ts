/** The address of this week: since when, whose, and which of it. */
export interface WeekSearch {
  /** YYYY-MM-DD; left out: since the last look. */
  readonly since?: string;
  readonly owner?: string;
  readonly show?: 'tier1' | 'new';
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readWeekSearch({ since, owner, show }: Readonly<Record<string, unknown>>): WeekSearch {
  return {
    ...(typeof since === 'string' && DAY.test(since) && !Number.isNaN(Date.parse(since)) ? { since } : {}),
    ...(typeof owner === 'string' && owner !== '' ? { owner } : {}),
    ...(show === 'tier1' || show === 'new' ? { show } : {}),
  };
}
