import { STAGE_LABELS } from '../../vocabulary';
import type { ReportSection } from '../content';
import { left, type ReportKit, source, table } from '../kit';

const HEALTH: Readonly<Record<string, string>> = {
  act: 'Act',
  watch: 'Watch',
  ok: 'Ok',
  silent: 'Silent',
  unknown: 'No verdict',
};

/** Every model in a line, for whoever looks one up. */
export function modelsSection({ facts, write, redact }: ReportKit): ReportSection | null {
  const { models } = facts;
  if (models.length === 0) return null;
  return {
    id: 'models',
    title: 'Appendix',
    headline: `Appendix: the ${write.counted(models.length, 'model')} of the inventory`,
    lead: '',
    blocks: [
      table({
        title: '',
        reading: '',
        columns: [
          left('Model', 4.4),
          left('Unit', 2.6),
          left('Stage', 1.6),
          left('Tier', 0.7),
          left('Health', 1.2),
          left('Owner', 2),
        ],
        rows: models.map(({ id, name, unit, stage, tier, health, owner }) => [
          redact.model(id, name),
          unit === '' ? '–' : redact.typed(unit, 'withheld'),
          STAGE_LABELS[stage],
          tier === null ? '–' : String(tier),
          HEALTH[health] ?? health,
          owner === '' ? '–' : redact.person(owner),
        ]),
        noun: ['model', 'models'],
      }),
    ],
    sources: [source('Models', 'models.grid', 'the inventory', write.counted(models.length, 'model'))],
  };
}
