import type { Output } from '#contract/index';
import { nameRank } from '#domain/base/name-rank';
import { containsWords, foldText, queryWords, searchText } from '#domain/base/search-text';
import { INCIDENT_STATUS_LABELS } from '#domain/incidents/vocabulary';
import { listAssessments } from '../../store/assessments/assessments';
import { listIncidentsById } from '../../store/incidents/incidents';
import { filterIncidents } from '../../store/incidents/list';
import { modelsOfIncidents } from '../../store/incidents/models-of-incidents';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { ReadHandle } from '../../store/journal/handle';
import { findModelsByWords } from '../../store/models/find-by-words';
import { listModelsById } from '../../store/models/models';
import { listScenarios } from '../../store/scenarios/scenarios';
import type { SubjectHandlers } from '../subject';

type Hit = Output<'search.find'>['hits'][number];
type Kind = Hit['kind'];
type Recent = readonly Pick<Hit, 'kind' | 'id'>[];

/** A thing by its name before it is known how well it answers. */
interface Named {
  readonly kind: Kind;
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** What it is found by besides its name. */
  readonly also: readonly string[];
}

const ids = (recent: Recent, kind: Kind): string[] => recent.filter((one) => one.kind === kind).map(({ id }) => id);

/** Scenarios and assessments: there are few, and each is read whole. */
async function listNamed(read: ReadHandle): Promise<readonly Named[]> {
  const scenarios = (await listScenarios(read)).map(
    ({ id, name, chosen }): Named => ({
      kind: 'scenario',
      id,
      label: name,
      detail: chosen === 1 ? 'Scenario, the plan' : 'Scenario',
      also: ['scenario plan investment'],
    }),
  );
  const assessments = (await listAssessments(read)).map(
    ({ id, name, unit, status, started_at }): Named => ({
      kind: 'assessment',
      id,
      label: name,
      detail: `${status === 'open' ? 'Open' : 'Finished'} assessment, ${started_at.slice(0, 10)}`,
      also: ['assessment', unit],
    }),
  );
  return [...scenarios, ...assessments];
}

const nameOfIncident = (number: number, title: string): string => `${number} ${title}`;

async function incidentsNamed(read: ReadHandle, wanted: readonly string[]): Promise<readonly Named[]> {
  const rows = await listIncidentsById(read, wanted);
  const models = await modelsOfIncidents(read, rows);
  return rows.map(({ id, number, title, status, model_id }): Named => {
    const model = model_id === null ? undefined : models.get(model_id)?.name;
    const what = `Incident, ${INCIDENT_STATUS_LABELS[status].toLowerCase()}`;
    return {
      kind: 'incident',
      id,
      label: nameOfIncident(number, title),
      detail: model === undefined ? what : `${what}: ${model}`,
      also: [],
    };
  });
}

/** The incidents that fit best: by number, by title, then by whatever they hold; of two alike the later one. */
async function findIncidents(read: ReadHandle, text: string, recent: Recent, limit: number): Promise<readonly Hit[]> {
  const typed = foldText(text).replace(/^(incident )?#?(?=\d+$)/, '');
  const lately = new Set(ids(recent, 'incident'));
  const snapshot = await readIncidentSnapshot(read);
  const number = /^\d+$/.test(typed) ? Number(typed) : null;
  const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const byNumber = number === null ? [] : snapshot.incidents.filter((one) => one.number === number);
  const found = [...new Set([...byNumber, ...filterIncidents(snapshot, {}, typed, everything)])];
  const ranked = found.map((one) => ({
    id: one.id,
    rank: one.number === number ? 0 : nameRank(one.searchText.slice(0, one.searchText.indexOf('\n')), typed),
    recent: lately.has(one.id),
    openedMs: one.openedMs,
  }));
  ranked.sort((a, b) => a.rank - b.rank || Number(b.recent) - Number(a.recent) || b.openedMs - a.openedMs);
  const best = new Map(ranked.slice(0, limit).map((one) => [one.id, one]));
  const named = await incidentsNamed(read, [...best.keys()]);
  return named
    .flatMap(({ also: _also, ...one }) => {
      const known = best.get(one.id);
      return known ? [{ ...one, rank: known.rank, recent: known.recent, at: known.openedMs }] : [];
    })
    .sort((a, b) => a.rank - b.rank || Number(b.recent) - Number(a.recent) || b.at - a.at)
    .map(({ at: _at, ...hit }) => hit);
}

async function find(read: ReadHandle, text: string, recent: Recent, limit: number): Promise<readonly Hit[]> {
  const words = queryWords(text);
  const typed = words.join(' ');
  const isRecent = ({ kind, id }: Pick<Hit, 'kind' | 'id'>): boolean =>
    recent.some((one) => one.kind === kind && one.id === id);
  const models = await findModelsByWords(read, text, ids(recent, 'model'), limit);
  const few = (await listNamed(read))
    .filter(({ label, also }) => containsWords(searchText([label, ...also]), words))
    .map(({ also: _also, ...one }) => ({ ...one, rank: nameRank(foldText(one.label), typed), recent: isRecent(one) }))
    .sort((a, b) => a.rank - b.rank || Number(b.recent) - Number(a.recent));
  const hits: Hit[] = [
    ...models.map(({ id, name, unit, rank }) => ({
      kind: 'model' as const,
      id,
      label: name,
      detail: unit,
      rank,
      recent: isRecent({ kind: 'model', id }),
    })),
    ...(await findIncidents(read, text, recent, limit)),
    ...few.filter(({ kind }) => kind === 'scenario').slice(0, limit),
    ...few.filter(({ kind }) => kind === 'assessment').slice(0, limit),
  ];
  // A kind stands where its best hit does; within it the order is its own.
  const best = new Map<Kind, number>();
  for (const { kind, rank } of hits) best.set(kind, Math.min(best.get(kind) ?? Number.POSITIVE_INFINITY, rank));
  return hits.toSorted((a, b) => (best.get(a.kind) ?? 0) - (best.get(b.kind) ?? 0));
}

/** What was opened lately and is still there, the last first. */
async function recall(read: ReadHandle, recent: Recent): Promise<readonly Hit[]> {
  const models = await listModelsById(read, ids(recent, 'model'));
  const all: Named[] = [
    ...models.map(({ id, name, unit }) => ({ kind: 'model' as const, id, label: name, detail: unit, also: [] })),
    ...(await incidentsNamed(read, ids(recent, 'incident'))),
    ...(await listNamed(read)),
  ];
  const named = new Map(all.map((one) => [`${one.kind} ${one.id}`, one]));
  return recent.flatMap(({ kind, id }) => {
    const one = named.get(`${kind} ${id}`);
    return one ? [{ kind, id, label: one.label, detail: one.detail, rank: 0, recent: true }] : [];
  });
}

export const search: SubjectHandlers<'search'> = {
  find: async ({ text, recent, limit }, { read }) => ({
    hits: [...(queryWords(text).length === 0 ? await recall(read, recent) : await find(read, text, recent, limit))],
  }),
};
