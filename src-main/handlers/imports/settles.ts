import { offeredRelease } from '#domain/drift/retraining-story';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { DomainError } from '../../failure/domain-error';
import { listRetraining } from '../../store/drift/retraining';
import { findImport } from '../../store/imports/imports';
import { listIncidentsOfModels } from '../../store/incidents/incidents';
import { listModelNamesById } from '../../store/models/models';
import { listMovesOfImport } from '../../store/models/moves';
import { listReleasesOf, type StoredRelease } from '../../store/models/releases';
import type { SubjectHandlers } from '../subject';

type Settles = SubjectHandlers<'imports'>['settles'];

/**
 * What is open and may have been settled by the releases that an import told of: the first release since retraining was asked
 * for, or an incident opened, is one of them. Nothing is closed by it; somebody has to say so.
 */
export const settledByImport: Settles = async ({ importId }, { read, now }) => {
  if (!(await findImport(read, importId)))
    throw new DomainError('not_found', 'This import is not in the ledger any more.');
  const told = await listMovesOfImport(read, importId);
  const moves = new Set(told.map(({ id }) => id));
  const modelIds = [...new Set(told.map(({ model_id }) => model_id))];
  const releases = await listReleasesOf(read, modelIds);
  const names = await listModelNamesById(read, modelIds);
  const settling = (modelId: string, since: string): StoredRelease | null => {
    const own = releases.get(modelId) ?? [];
    const offered = offeredRelease(own, since);
    return offered && moves.has(offered.moveId) ? (own.find(({ id }) => id === offered.moveId) ?? null) : null;
  };
  const of = (modelId: string, release: StoredRelease) => ({
    modelId,
    model: names.get(modelId) ?? '',
    version: release.version,
    liveAt: release.at,
    livePrecision: release.precision,
  });
  const items = await listRetraining(read, { open: true, today: now.slice(0, 10) });
  const open = (await listIncidentsOfModels(read, modelIds)).filter(({ status }) => isUnresolved(status));
  return {
    retraining: items.flatMap((item) => {
      const release = settling(item.model_id, item.standing.startedAt ?? item.opened_at);
      return release ? [{ ...of(item.model_id, release), id: item.id, since: item.opened_at }] : [];
    }),
    incidents: open.flatMap(({ id, number, title, model_id, opened_at }) => {
      const release = model_id === null ? null : settling(model_id, opened_at);
      return model_id === null || release === null
        ? []
        : [{ ...of(model_id, release), id, number, title, since: opened_at }];
    }),
  };
};
