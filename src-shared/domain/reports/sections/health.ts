import { lastTwelveMonths } from '../../base/last-twelve-months';
import { verb } from '../../base/wording';
import { HEALTHS, type Health } from '../../vocabulary';
import type { ColourToken, KeyFigure, ReportBlock } from '../content';
import { chart, figure, type ReportKit, type SectionBuilder, source, text } from '../kit';

const WORDS: Readonly<Record<Health, string>> = {
  act: 'Act: drifted',
  watch: 'Watch',
  ok: 'Ok',
  silent: 'Silent',
  unknown: 'No verdict yet',
};
const COLOURS: Readonly<Record<Health, ColourToken>> = {
  act: 'act',
  watch: 'watch',
  ok: 'ok',
  silent: 'silent',
  unknown: 'unknown',
};

export const healthSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { incidents, summary } = facts;
  return {
    id: 'health',
    title: 'Health and incidents',
    headline: healthHeadline(kit),
    lead: incidentLead(kit),
    blocks: [{ kind: 'figures', figures: keyFigures(kit) }, healthChart(kit), incidentFlow(kit)],
    sources: [
      source(
        'Health',
        'overview.summary, drift.health',
        'the worst verdict of the newest results; silent = none within twice the cadence, or 90 days; no verdict = never measured, too few rows, or no band',
        write.counted(summary.inProduction, 'model in production', 'models in production'),
      ),
      source(
        'Incidents opened and closed',
        'incidents.flow',
        'by the calendar month of opening and of resolution',
        write.counted(incidents.total, 'incident in all', 'incidents in all'),
      ),
      source(
        'Time to resolve, change fail rate',
        'incidents.metrics',
        `median of the hours from opening to resolution; failed releases by releases, with the ${write.percent(0.95)} interval of Wilson`,
        resolvedWords(kit),
      ),
    ],
  };
};

function healthHeadline({ facts, write }: ReportKit): string {
  const { byHealth, inProduction } = facts.summary;
  if (inProduction === 0) return 'No model is in production, so there is no health to report';
  const [act, silent, unknown] = [byHealth.act ?? 0, byHealth.silent ?? 0, byHealth.unknown ?? 0];
  if (unknown === inProduction) return 'Drift results give no verdict on any model in production yet';
  const parts = [
    `${write.count(act)} of ${write.counted(inProduction, 'model')} in production ${verb(act, 'has', 'have')} drifted`,
    ...(silent > 0 ? [`${write.count(silent)} ${verb(silent, 'sends', 'send')} no signal`] : []),
    ...(unknown > 0 ? [`${write.count(unknown)} ${verb(unknown, 'has', 'have')} no verdict yet`] : []),
  ];
  return parts.length === 1 ? String(parts[0]) : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function incidentLead({ facts, write }: ReportKit): string {
  const { total, metrics, announced } = facts.incidents;
  if (total === 0) return 'No incident has been registered: that none is known does not say that there was none.';
  const [all] = metrics.groups;
  const opened = all?.opened ?? 0;
  const year = `${write.counted(opened, 'incident')} ${verb(opened, 'was', 'were')} opened in the last twelve months`;
  if (announced.recall.rate === null) return `${year}.`;
  return `${year}. Drift had announced ${write.count(announced.announced)} of the ${write.count(announced.recall.n)} on models that were watched.`;
}

function resolvedWords({ facts, write }: ReportKit): string {
  const [all] = facts.incidents.metrics.groups;
  if (!all) return 'no incident in the last twelve months';
  return `${write.count(all.timeToResolve.n)} resolved, ${write.counted(all.changeFailRate.n, 'release')}, ${twelveMonths({ facts, write })}`;
}

/** `last twelve months (2 Dec 2025 to 1 Dec 2026)`: the days that the figures of incidents are of. */
export function twelveMonths({ facts, write }: Pick<ReportKit, 'facts' | 'write'>): string {
  const { first, to } = lastTwelveMonths(facts.now);
  return `last twelve months (${write.day(first)} to ${write.day(to)})`;
}

function inWork({ facts, write }: ReportKit): string {
  const { inWork: count, overdue } = facts.retraining;
  if (count === 0) return 'none in work';
  return `${write.count(count)} in work${overdue > 0 ? `, ${write.count(overdue)} overdue` : ''}`;
}

function keyFigures(kit: ReportKit): KeyFigure[] {
  const { facts, write } = kit;
  const { byHealth } = facts.summary;
  return [
    figure('Drifted', write.count(byHealth.act ?? 0), 'act: beyond the limit'),
    figure('Silent', write.count(byHealth.silent ?? 0), 'no result when one was due'),
    figure('Retraining due', write.count(facts.retraining.due), inWork(kit)),
    ...incidentFigures(kit),
  ];
}

/** Open incidents, how long they take, and how often a release fails. */
export function incidentFigures(kit: ReportKit): KeyFigure[] {
  const { facts, write } = kit;
  const { openIncidentsBySeverity } = facts.summary;
  const [all] = facts.incidents.metrics.groups;
  const open = Object.values(openIncidentsBySeverity);
  const median = all?.timeToResolve.median ?? null;
  const fails = all?.changeFailRate;
  return [
    figure(
      'Open incidents',
      open.length === 0 ? '–' : write.count(open.reduce((sum, count) => sum + count, 0)),
      open.length === 0
        ? 'none registered'
        : `${write.count((openIncidentsBySeverity['1'] ?? 0) + (openIncidentsBySeverity['2'] ?? 0))} of SEV 1 or 2`,
    ),
    figure(
      'Median time to resolve',
      median === null ? '–' : hours(write.quantity, median),
      median === null ? 'nothing resolved' : `n = ${write.count(all?.timeToResolve.n ?? 0)}, 12 months`,
    ),
    figure(
      'Change fail rate',
      fails?.rate == null ? '–' : write.percent(fails.rate),
      fails?.rate == null || fails.low === null || fails.high === null
        ? 'no release'
        : `${write.percent(fails.low)} to ${write.percent(fails.high)}, n = ${write.count(fails.n)}`,
    ),
  ];
}

const hours = (quantity: (value: number) => string, value: number): string =>
  value >= 48 ? `${quantity(value / 24)} days` : `${quantity(value)} h`;

/** By verdict, the gravest first. */
export function healthChart({ facts, write }: ReportKit): ReportBlock {
  const { byHealth, inProduction } = facts.summary;
  if (inProduction === 0) return text('Health of models in production', ['No model is in production yet.']);
  const counts = HEALTHS.map((one) => byHealth[one] ?? 0);
  return chart({
    title: 'Health of models in production',
    reading: 'By the newest drift results; silent means that a result was due and did not come.',
    shape: 'bars',
    categories: HEALTHS.map((one) => WORDS[one]),
    series: [{ name: 'Models', values: counts, colour: 'accent' }],
    categoryColours: HEALTHS.map((one) => COLOURS[one]),
    unit: 'models',
    format: 'count',
    alt: `Health of models in production: ${HEALTHS.map((one, at) => `${WORDS[one]} ${write.count(counts[at] ?? 0)}`).join(', ')}.`,
  });
}

/** By calendar month, opened beside closed: other days than those of the last twelve months, which it says. */
export function incidentFlow({ facts, write }: ReportKit): ReportBlock {
  const { total, flow: known } = facts.incidents;
  const title = 'Incidents opened and closed';
  if (total === 0) {
    return text(title, [
      'No incident has been registered, so there is nothing to draw. Import or report incidents to see their course.',
    ]);
  }
  const opened = known.points.map((point) => point.opened);
  if (known.points.length === 0)
    return text(title, ['No incident was opened or closed in the last twelve calendar months.']);
  return chart({
    title,
    reading:
      known.withoutTime > 0
        ? `By calendar month, this one so far; ${write.counted(known.withoutTime, 'incident')} without a time of closing ${verb(known.withoutTime, 'is', 'are')} left out.`
        : 'By calendar month: this one so far and the eleven before it.',
    shape: 'lines',
    categories: write.monthAxis(known.points.map(({ from }) => from)),
    series: [
      { name: 'Opened', values: opened, colour: 'act' },
      { name: 'Closed', values: known.points.map(({ closed }) => closed), colour: 'silent' },
    ],
    unit: 'incidents',
    format: 'count',
    alt: `Incidents by month: ${known.points.map((point) => `${write.month(point.from)} ${write.count(point.opened)} opened, ${write.count(point.closed)} closed`).join('; ')}.`,
  });
}
