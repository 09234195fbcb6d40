import type { Figures } from '#contract/figures';

interface Family {
  /** Without its prefix; where it has a unit it ends with it, as the format asks. */
  readonly name: string;
  readonly unit: string;
  readonly help: string;
  readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/** A unit of the register as the end of a name; counts have none, their names say what is counted. */
function unitOf(unit: string, currency: string): string {
  if (unit === 'money') return currency.toLowerCase();
  if (unit === 'share') return 'ratio';
  if (unit.startsWith('hours')) return 'hours';
  return unit === 'days' || unit === 'years' ? unit : '';
}

const snake = (id: string): string => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"');

/** OpenMetrics 1.0 of the figures; what is not known has no sample. */
export function openMetricsText(of: Figures): string {
  const { figures, currency, portfolio, contentHash, unshared, at } = of;
  const families: readonly Family[] = [
    ...figures
      .filter(({ value }) => value !== null)
      .map(({ id, name, unit, definition, value }) => {
        const ending = unitOf(unit, currency);
        return {
          name: ending === '' ? snake(id) : `${snake(id)}_${ending}`,
          unit: ending,
          help: `${name}: ${definition}`,
          samples: [{ labels: {}, value: value ?? 0 }],
        };
      }),
    ...parts(of),
  ];
  return [
    '# TYPE modelfolio_portfolio info',
    '# HELP modelfolio_portfolio Which portfolio, when it was read, and its content',
    `modelfolio_portfolio_info${labelled({ ...(portfolio !== '' && { name: portfolio }), at, content_hash: contentHash, ...(unshared !== undefined && { not_yet_shared: String(unshared) }) })} 1`,
    ...families.flatMap(lines),
    '# EOF',
    '',
  ].join('\n');
}

const labelled = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

function lines({ name, unit, help, samples }: Family): readonly string[] {
  const metric = `modelfolio_${name}`;
  return [
    `# TYPE ${metric} gauge`,
    ...(unit === '' ? [] : [`# UNIT ${metric} ${unit}`]),
    `# HELP ${metric} ${escaped(help)}`,
    ...samples.map(({ labels, value }) => `${metric}${labelled(labels)} ${value}`),
  ];
}

/**
 * The parts that Overview shows of the same counts. A label that nobody has said is a word that no value of it can be; units
 * are free texts, so theirs is empty, which only the models without one have.
 */
function parts({ byStage, byTier, byHealth, byUnit, openIncidentsBySeverity }: Figures): readonly Family[] {
  const tiers = byTier.map(({ tier, ...rest }) => ({ ...rest, labels: { tier: String(tier ?? 'unknown') } }));
  const units = byUnit.map(({ unit, ...rest }) => ({ ...rest, labels: { unit } }));
  const family = (name: string, help: string, samples: Family['samples']): Family => ({
    name,
    unit: '',
    help,
    samples,
  });
  return [
    family(
      'models_by_stage',
      'Models of the inventory by stage of their life',
      byStage.map(({ stage, models }) => ({ labels: { stage }, value: models })),
    ),
    family('models_by_tier', 'Models of the inventory by tier', tiers.map(ofModels)),
    family('in_production_by_tier', 'Models in production by tier', tiers.map(ofProduction)),
    family(
      'in_production_by_health',
      'Models in production by the verdict on their drift results; unknown is without a verdict',
      byHealth.map(({ health, inProduction }) => ({ labels: { health }, value: inProduction })),
    ),
    family(
      'models_by_unit',
      'Models of the inventory by business unit; empty are those that belong to none',
      units.map(ofModels),
    ),
    family(
      'in_production_by_unit',
      'Models in production by business unit; empty are those that belong to none',
      units.map(ofProduction),
    ),
    family(
      'open_incidents_by_severity',
      'Incidents that are not resolved or closed, by severity; 1 is the gravest, unrated are those that nobody rated',
      openIncidentsBySeverity.map(({ severity, incidents }) => ({
        labels: { severity: String(severity ?? 'unrated') },
        value: incidents,
      })),
    ),
  ].filter(({ samples }) => samples.length > 0);
}

type Counted = {
  readonly labels: Readonly<Record<string, string>>;
  readonly models: number;
  readonly inProduction: number;
};
const ofModels = ({ labels, models }: Counted) => ({ labels, value: models });
const ofProduction = ({ labels, inProduction }: Counted) => ({ labels, value: inProduction });
