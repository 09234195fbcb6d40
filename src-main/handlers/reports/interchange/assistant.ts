import type { Input, Output } from '#contract/index';
import { createRedactor, type Redactor } from '#domain/reports/redactor';
import { DomainError } from '../../../failure/domain-error';
import type { ModelName } from '../../../store/reports/model-name';
import { listRegisteredNames } from '../../../store/reports/report-names';
import type { QueryContext } from '../../context';
import type { SubjectHandlers } from '../../subject';
import { redactedFigures } from './figures-file';
import { gatherRecords } from './gather-records';

type Row = Output<'models.list'>['rows'][number];

/** An alias is the place of a model in the order of registration: it stays what it is when others come. */
const ALIAS = /^Model 0*(\d+)$/;

export const assistant: SubjectHandlers<'assistant'> = {
  figures: async ({ redact }, { ask }) => redactedFigures(await ask('overview.figures', {}), redact),

  models: async ({ redact: choice, filter, offset, limit }, context) => {
    const names = listRegisteredNames(context.read);
    const redact = createRedactor(choice, names);
    const { total, rows } = choice.names
      ? await inOrderOf(names, { filter, offset, limit }, context)
      : await context.ask('models.list', { filter, sort: [{ field: 'name' }], offset, limit });
    return { total, models: rows.map((row) => brief(row, redact)) };
  },

  model: async ({ redact: choice, ref }, context) => {
    const id = choice.names ? aliased(ref, listRegisteredNames(context.read)) : ref;
    const job = { progress: () => undefined, signal: NEVER };
    const { models } = await gatherRecords({ ids: [id] }, choice, context, job, 'withheld');
    const { value: model } = await models.next();
    if (model === undefined)
      throw new DomainError('not_found', `There is no model ${ref}. assistant.models names them.`);
    return {
      ...model,
      ref,
      reliesOn: [...model.reliesOn],
      figures: [...model.figures],
      evidence: [...model.evidence],
      findings: [...model.findings],
    };
  },

  incidents: async ({ redact: choice, open, offset, limit }, context) => {
    const redact = createRedactor(choice, listRegisteredNames(context.read));
    const { total, rows } = await context.ask('incidents.list', { ...(open && { filter: { open } }), offset, limit });
    return {
      total,
      incidents: rows.map(
        ({ number, title, severity, status, modelId, modelName, openedAt, resolvedAt, timeToResolveHours }) => ({
          number,
          title: redact.typed(title, 'withheld'),
          severity,
          status,
          modelName:
            modelId === null ? modelName && redact.typed(modelName, 'withheld') : redact.model(modelId, modelName),
          openedAt,
          resolvedAt,
          timeToResolveHours,
        }),
      ),
    };
  },
};

const NEVER = new AbortController().signal;

function aliased(ref: string, names: readonly ModelName[]): string {
  const place = Number(ALIAS.exec(ref)?.[1]);
  return names[place - 1]?.id ?? '';
}

type Asked = Pick<Input<'assistant.models'>, 'filter'> & { readonly offset: number; readonly limit: number };

/** In the order of registration: an order by names would tell them. */
async function inOrderOf(names: readonly ModelName[], { filter = {}, offset, limit }: Asked, { ask }: QueryContext) {
  const held = new Map<string, Row>();
  for (let from = 0; ; from += 10_000) {
    const { rows } = await ask('models.list', { filter, offset: from, limit: 10_000 });
    for (const row of rows) held.set(row.id, row);
    if (rows.length < 10_000) break;
  }
  const rows = names.flatMap(({ id }) => held.get(id) ?? []);
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

function brief(row: Row, redact: Redactor): Output<'assistant.models'>['models'][number] {
  const { id, stage, inProduction, tier, kind, health, monitoring, version, openIncidents, lastResult, reviewDue } =
    row;
  const name = redact.model(id, row.name);
  return {
    ref: redact.choice.names ? name : id,
    name,
    stage,
    inProduction,
    tier,
    kind,
    health,
    monitoring,
    version,
    unit: row.unit && redact.typed(row.unit, 'withheld'),
    businessOwner: redact.person(row.businessOwner),
    technicalOwner: redact.person(row.technicalOwner),
    openIncidents,
    lastResult,
    reviewDue,
  };
}
