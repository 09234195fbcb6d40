import { type Dated, middleOf } from '../../base/period';
import type { Stage } from '../../vocabulary';
import type { HistoryMerge, KnownMove, Told, ToldMove } from '../history/told';

export const on = (day: string | null): Dated | null => (day === null ? null : middleOf(day, 'day'));
export const known = (id: string, to: Stage, day: string | null = null, version = ''): KnownMove => ({
  id,
  to,
  when: on(day),
  version,
});
export const tell = (to: Stage, day: string | null = null, version = ''): ToldMove => ({ to, when: on(day), version });
export const present = (...moves: ToldMove[]): Told => ({ kind: 'present', moves, speaksOfMonitoring: false });
export const past = (...moves: ToldMove[]): Told => ({ kind: 'past', moves, speaksOfMonitoring: false });
export const kinds = (merge: HistoryMerge) => merge.contradicted.map(({ kind }) => kind);
export const brief = (merge: HistoryMerge) =>
  merge.added.map(({ to, when, version, behind }) => [to, when?.at.slice(0, 10) ?? null, version, behind]);
