import { statSync } from 'node:fs';
import { isInProduction } from '#domain/models/lifecycle';
import { monitoringOf } from '#domain/models/monitoring';
import { placeOf } from '../../engine/workspace';
import { toInstant } from '../../platform/instant';
import { healthAsOf } from '../../store/drift/health';
import { PORTFOLIO_FORMAT } from '../../store/files';
import { listModelsAsOf } from '../../store/models/as-of';
import { countInAct, countModels, getPortfolio } from '../../store/portfolio/portfolio';
import type { SubjectHandlers } from '../subject';

export const portfolio: SubjectHandlers<'portfolio'> = {
  info: async (_input, { read, store }) => {
    const { name, currency, created_at } = await getPortfolio(read);
    return {
      name,
      currency,
      schemaVersion: PORTFOLIO_FORMAT,
      ...(await countModels(read)),
      inAct: await countInAct(read),
      ...placeOf(store.path),
      readOnly: store.readOnly,
      sizeBytes: statSync(store.path).size,
      createdAt: created_at,
    };
  },
  rename: ({ name }, context) =>
    context.write(async (write) => {
      await write.update('portfolio', ['portfolio'], { name });
      return { label: `Rename the portfolio to “${name}”`, value: { name } };
    }),
  asOf: async ({ at }, { read }) => {
    const instant = toInstant(at, 'As of');
    const rows = await listModelsAsOf(read, instant);
    const health = await healthAsOf(read, rows, instant);
    return {
      at: instant,
      models: rows.length,
      inProduction: rows.filter((row) => isInProduction(row.stage)).length,
      rows: rows.map(({ id, name, unit, stage, stageSince, stageSincePrecision, monitoringKnown }) => ({
        id,
        name,
        unit,
        stage,
        stageSince,
        stageSincePrecision,
        monitoring: monitoringOf({ stage, monitoringKnown, health: health.get(id) ?? 'unknown' }),
      })),
    };
  },
};
