import type { IncidentsPreview } from '#contract/incidents/import';
import { fold } from '#domain/base/fold';
import { distinctTexts } from '../../../importers/incidents/guess-mapping';
import type { PlannedIncident } from '../../../importers/incidents/plan';
import { orderShownByTable } from '../../../importers/incidents/shown-by-table';
import { isVocabularyField } from '../../../importers/incidents/value-words';
import { describeColumns } from '../../../importers/inventory/columns';
import { describeMatch } from '../describe-match';
import { groupProblems } from '../ledger';
import { readingFacts } from '../reading-facts';
import type { PreparedIncidents } from './prepare-incidents';

const SHOWN_PROBLEMS = 5_000;
const SHOWN_ROWS = 200;
const SHOWN_MODELS = 500;

/** A prepared import of incidents as the screen and scripts see it. */
export async function describeIncidents(prepared: PreparedIncidents, signal: AbortSignal): Promise<IncidentsPreview> {
  const { table, plan, mapping, read } = prepared;
  const problems = [...read.problems, ...plan.problems];
  return {
    format: 'incidents',
    ...readingFacts(table, table.parts),
    columns: await describeColumns(table, signal),
    mapping,
    rows: table.rows.length,
    incidents: read.drafts.length,
    creates: plan.creates,
    updates: plan.updates,
    unchanged: plan.unchanged,
    rejected: read.rejected,
    timesWithOwnZone: read.timesWithOwnZone,
    timesInAskedZone: read.timesInAskedZone,
    dateOrderShown: orderShownByTable(table, mapping.fields) !== null,
    mappedValues: mappedValues(prepared),
    ...modelsOf(plan.incidents),
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemsTotal: problems.length,
    problemsByCode: groupProblems(problems),
    sample: plan.incidents.slice(0, SHOWN_ROWS).map(sampleRow),
  };
}

function mappedValues({ table, mapping }: PreparedIncidents): IncidentsPreview['mappedValues'] {
  const chosen = new Map(mapping.values.map(({ field, from, to }) => [`${field}\n${fold(from)}`, to]));
  return mapping.fields.flatMap(({ field, columns }) => {
    if (!isVocabularyField(field)) return [];
    const indices = columns.map((label) => table.labels.indexOf(label));
    const counts = new Map<string, number>();
    for (const row of table.rows) {
      const text = fold(indices.map((index) => row[index] ?? '').find((cell) => cell.trim() !== '') ?? '');
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return distinctTexts(table, columns, mapping.emptyWords)
      .map((from) => ({
        field,
        from,
        to: chosen.get(`${field}\n${fold(from)}`) ?? '',
        count: counts.get(fold(from)) ?? 0,
      }))
      .sort((a, b) => b.count - a.count);
  });
}

function modelsOf(incidents: readonly PlannedIncident[]): Pick<IncidentsPreview, 'models' | 'withoutModel'> {
  const found = new Map<string, IncidentsPreview['models'][number]>();
  for (const { draft, match } of incidents) {
    const text = draft.incident.modelText ?? '';
    if (text === '') continue;
    const known = found.get(fold(text));
    if (known) known.count += 1;
    else found.set(fold(text), { text, count: 1, ...describeMatch(match), found: match.found });
  }
  const models = [...found.values()].sort(
    (a, b) => Number(b.found === 'ambiguous') - Number(a.found === 'ambiguous') || b.count - a.count,
  );
  return {
    models: models.slice(0, SHOWN_MODELS),
    withoutModel: incidents.filter(({ match }) => match.model === null).length,
  };
}

const sampleRow = ({ draft, action, existing, match }: PlannedIncident): IncidentsPreview['sample'][number] => ({
  row: draft.row,
  action,
  incidentId: existing?.id ?? null,
  externalId: draft.incident.externalId ?? '',
  title: draft.incident.title,
  severity: draft.incident.severity ?? null,
  status: draft.incident.status,
  events: draft.events,
  times: [...draft.times],
  modelText: draft.incident.modelText ?? '',
  modelId: match.model?.id ?? null,
  modelName: match.model?.name ?? '',
});
