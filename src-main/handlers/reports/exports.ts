import type { IncidentRow } from '#contract/incidents/parts';
import type { ModelRow } from '#contract/models/models';
import type { CellWriter } from '../../exporters/workbook/cell-writer';
import { findingColumns } from '../../exporters/workbook/finding-columns';
import { incidentColumns, modelColumns } from '../../exporters/workbook/list-columns';
import { chunks } from '../../store/chunks';
import { listIncidentsById } from '../../store/incidents/incidents';
import { modelsOfIncidents } from '../../store/incidents/models-of-incidents';
import { toIncidentRow } from '../../store/incidents/rows';
import { readBeside } from '../../store/models/beside';
import { toModelRow } from '../../store/models/model-rows';
import { listModelIds, listModelsById } from '../../store/models/models';
import { listCoarseLastMoves } from '../../store/models/moves';
import type { QueryContext } from '../context';
import { exportList } from '../export-list';
import type { SubjectHandlers } from '../subject';
import { exportCalendar } from './calendar';
import { interchange } from './interchange/interchange';

/** Rows are read in pages of this size, so that a long list never lies in memory as a whole. */
const PAGE = 2_000;

/** No cell is written to learn the heads. */
const FINDING_HEADS = findingColumns({} as CellWriter).map(({ head }) => head);

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

export const exports: SubjectHandlers<'exports'> = {
  ...interchange,
  calendar: exportCalendar,

  findings: async ({ out, format, locale, jobId, ...asked }, context) => {
    const { rows } = await context.ask('findings.register', { ...asked, limit: 100_000 });
    return exportList({ out, format, locale, jobId, columns: FINDING_HEADS }, context, {
      name: 'Findings',
      total: rows.length,
      rows: each(rows),
      columnsOf: (write) => Object.fromEntries(findingColumns(write).map((column) => [column.head, column])),
    });
  },

  models: async ({ ids: shown, ...request }, context) => {
    const ids = shown ?? (await listModelIds(context.read));
    return exportList(request, context, {
      name: 'Models',
      total: ids.length,
      rows: modelsInOrder(ids, context),
      columnsOf: modelColumns,
    });
  },
  incidents: async ({ search, filter, sort, ...request }, context) => {
    const { ids } = await context.ask('incidents.ids', { search, filter, sort });
    return exportList(request, context, {
      name: 'Incidents',
      total: ids.length,
      rows: incidentsInOrder(ids, context),
      columnsOf: incidentColumns,
    });
  },
};

async function* modelsInOrder(ids: readonly string[], { read, now }: QueryContext): AsyncGenerator<ModelRow> {
  const besideOf = await readBeside(read, now);
  const coarse = await listCoarseLastMoves(read);
  for (const page of chunks(ids, PAGE)) {
    const found = new Map((await listModelsById(read, page)).map((row) => [row.id, row]));
    for (const id of page) {
      const row = found.get(id);
      if (row) yield toModelRow(row, besideOf(id), coarse.get(id) ?? 'day');
    }
  }
}

async function* incidentsInOrder(ids: readonly string[], context: QueryContext): AsyncGenerator<IncidentRow> {
  for (const page of chunks(ids, PAGE)) {
    const rows = await listIncidentsById(context.read, page);
    const models = await modelsOfIncidents(context.read, rows);
    for (const row of rows) yield toIncidentRow(row, models.get(row.model_id ?? ''));
  }
}
