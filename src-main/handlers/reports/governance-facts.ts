import { FINDING_SEVERITIES } from '#domain/governance/vocabulary';
import { AUTONOMIES } from '#domain/models/kinds';
import type { GovernanceFacts } from '#domain/reports/governance-facts';
import type { QueryContext } from '../context';

/** So many texts are asked at once. */
const AT_ONCE = 10;

/** What the screens of governance say today: each figure is asked of the channel that its screen asks. */
export async function governanceFacts({ ask, now }: Pick<QueryContext, 'ask' | 'now'>): Promise<GovernanceFacts> {
  const day = now.slice(0, 10);
  const { byKind } = await ask('overview.summary', {});
  const findings = await ask('findings.register', { limit: 1 });
  const severities = await Promise.all(
    FINDING_SEVERITIES.map(async (severity) => {
      const own = await ask('findings.register', { severity: [severity], limit: 1 });
      return { severity, open: own.total, overdue: own.overdue, ages: own.ages.map(({ open }) => open) };
    }),
  );
  const { reports } = await ask('governance.reports', {});
  const running = reports.filter(({ status }) => status === 'due');
  const reviews = await ask('reviews.calendar', { months: 1, limit: 1 });
  return {
    day,
    kinds: byKind.map(({ kind, models }) => ({ kind, models })),
    autonomy: await byAutonomy(ask),
    texts: await textsOf(ask),
    findings: {
      open: findings.total,
      overdue: findings.overdue,
      severities,
      ages: findings.ages.map(({ fromDays, toDays, open }) => ({ fromDays, toDays, open })),
    },
    clocks: {
      late: reports.filter(({ status, reportedOn }) => status === 'missing' && reportedOn === null).length,
      running: running.length,
      next: running.flatMap(({ due }) => due ?? []).toSorted()[0] ?? null,
    },
    reviews: { overdue: reviews.overdue, called: reviews.overdueCalled },
    evidence: (await ask('evidence.list', {})).evidence.length,
  };
}

type Ask = QueryContext['ask'];

async function byAutonomy(ask: Ask): Promise<GovernanceFacts['autonomy']> {
  const count = async (autonomy: (typeof AUTONOMIES)[number] | null) => {
    const { total } = await ask('models.list', { filter: { autonomy: [autonomy] }, limit: 1 });
    return { autonomy, models: total };
  };
  return Promise.all([...AUTONOMIES, null].map(count));
}

async function textsOf(ask: Ask): Promise<GovernanceFacts['texts']> {
  const { packs } = await ask('governance.packs', {});
  const lines = [...new Set(packs.filter(({ state }) => state !== 'superseded').map(({ line }) => line))];
  const verify = new Map(packs.map((pack) => [`${pack.id}@${pack.edition}`, pack.verify - pack.read]));
  const found: GovernanceFacts['texts'][number][] = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const { texts } = await ask('governance.map', { packs: lines.slice(from, from + AT_ONCE), rows: { limit: 0 } });
    for (const { id, name, edition, state, force, models, scopeUnknown, fields } of texts)
      if (models > scopeUnknown)
        found.push({
          name,
          edition,
          asks: state === 'in_force' && force !== 'proposed',
          models,
          scopeUnknown,
          held: fields.held,
          missing: fields.missing,
          verify: verify.get(`${id}@${edition}`) ?? 0,
        });
  }
  return found;
}
