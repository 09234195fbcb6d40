import type { WorklistPreview } from '#contract/governance/import-worklist';
import { isWorkList } from '#domain/governance/worklist/work-list-heads';
import { describeColumns } from '../../../importers/inventory/columns';
import type { ImportKind } from '../kind';
import { readingFacts, refuseGuessedText } from '../reading-facts';
import { undoModels } from '../reverse-import';
import { applyWorklist } from './apply-worklist';
import { type PreparedWorklist, prepareWorklist } from './prepare-worklist';

const SHOWN = 5_000;
const FIRST: readonly WorklistPreview['lines'][number]['state'][] = [
  'contradicted',
  'changed',
  'added',
  'kept',
  'unchanged',
];

/** A work list of governance that its owners filled in: answers, evidence and facts, each where it belongs. */
export const worklistKind: ImportKind = {
  name: 'worklist',
  sniff: async (start) => isWorkList(await start.labels()),
  prepare: async (request, context, job) => {
    const prepared = await prepareWorklist(request, context, job);
    return {
      describe: (signal) => describe(prepared, signal),
      apply: (write, applying, writing) => {
        refuseGuessedText(prepared.table, request.encoding);
        return applyWorklist(write, prepared, applying, writing);
      },
    };
  },
  undo: undoModels,
};

async function describe(prepared: PreparedWorklist, signal: AbortSignal): Promise<WorklistPreview> {
  const { table, planned, problems, counts, blank, dateOrder } = prepared;
  return {
    format: 'worklist',
    ...readingFacts(table, table.parts),
    columns: await describeColumns(table, signal),
    mapping: { kind: 'worklist', dateOrder: dateOrder ?? null },
    rows: table.rows.length,
    creates: counts.created,
    updates: counts.updated,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    problems: problems.kept,
    problemsTotal: problems.total,
    problemsByCode: problems.byCode(),
    blank,
    contradicted: planned.filter(({ state }) => state === 'contradicted').length,
    lines: planned
      .toSorted((a, b) => FIRST.indexOf(a.state) - FIRST.indexOf(b.state) || a.row - b.row)
      .slice(0, SHOWN)
      .map(({ read, before, ...line }) => ({ ...line, before: before.words, after: read.words })),
  };
}
