import type { Assessment } from '#contract/assessments';
import type { IncidentRow } from '#contract/incidents/parts';
import type { Scenario } from '#contract/scenarios/scenarios';
import type { MoveLine } from '../../exporters/workbook/portfolio-sheets';
import type { ReadHandle } from '../../store/journal/handle';
import { listMovesOf } from '../../store/models/moves';
import type { QueryContext } from '../context';
import { type NamePages, PAGE } from './list-models';

type Asking = Pick<QueryContext, 'ask'>;

export async function* listAllIncidents({ ask }: Asking): AsyncGenerator<IncidentRow> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ask('incidents.list', { offset, limit: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

/** The moves of all models, model by model, each model's in order. */
export async function* listAllMoves(read: ReadHandle, models: NamePages): AsyncGenerator<MoveLine> {
  for await (const page of models) {
    const moves = await listMovesOf(
      read,
      page.map(({ id }) => id),
    );
    for (const { id, name } of page) {
      const own = moves.get(id) ?? [];
      for (const [at, move] of own.entries()) {
        yield {
          modelId: id,
          model: name,
          from: own[at - 1]?.to_stage ?? null,
          to: move.to_stage,
          at: move.at,
          precision: move.precision,
          actor: move.actor,
          reason: move.reason,
          correction: move.correction === 1,
          version: move.version,
          recordedAt: move.recorded_at,
        };
      }
    }
  }
}

/** The newest first. */
export async function finishedAssessments({ ask }: Asking): Promise<Assessment[]> {
  const { assessments } = await ask('assessments.list', {});
  const finished = assessments
    .filter(({ status }) => status === 'finished')
    .toSorted((a, b) => String(b.finishedAt).localeCompare(String(a.finishedAt)));
  return Promise.all(finished.map(({ id }) => ask('assessments.get', { id })));
}

/** The chosen one first, as the screen lists them. */
export async function listScenarios({ ask }: Asking): Promise<Scenario[]> {
  const { scenarios } = await ask('scenarios.list', {});
  return Promise.all(scenarios.map(({ id }) => ask('scenarios.get', { id })));
}
