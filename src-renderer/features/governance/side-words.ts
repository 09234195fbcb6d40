import type { Output } from '#contract/index';
import { verifyCountWords } from '../../components/governance/verify-words';
import { formatCount, formatDate, formatNumber } from '../../lib/format';
import { percentHeld } from './governance-words';

export type Sides = Output<'governance.map'>;
export type Column = Sides['columns'][number];
export type Work = Output<'governance.worklist'>['items'][number];

/** Beyond this many, slanted heads are slow to read: what is asked stands in rows then. */
export const MOST_SLANTED = 24;

export interface PlacedColumn extends Column {
  /** Where its letter stands in the cells of a row. */
  readonly place: number;
  /** More than one text asks for it. */
  readonly shared: boolean;
}

/** Columns of one sort that are asked of any model; those of the organisation are counted once and stand apart. */
export function shownColumns({ columns }: Pick<Sides, 'columns'>, what: Column['what']): readonly PlacedColumn[] {
  return columns
    .map((column, place) => ({
      ...column,
      place,
      shared: new Set(column.asked.map(({ pack }) => pack)).size > 1,
    }))
    .filter((column) => column.what === what && column.per === 'model' && askedOf(column) > 0);
}

const askedOf = ({ counts }: Pick<Column, 'counts'>): number =>
  (counts.M ?? 0) + (counts['?'] ?? 0) + (counts.D ?? 0) + (counts.L ?? 0) + (counts.H ?? 0);

export function besideHeadline({ texts, columns, models }: Sides): string {
  const names = texts.map(({ name }) => name).join(' and ');
  if (models === 0) return `${names} ${texts.length === 1 ? 'applies' : 'apply'} to none of the models`;
  const missing = columns.reduce((sum, { counts }) => sum + (counts.M ?? 0), 0);
  const shared = columns.filter((column) => new Set(column.asked.map(({ pack }) => pack)).size > 1);
  const both = shared.reduce((sum, { counts }) => sum + (counts.M ?? 0), 0);
  if (missing === 0) return `Nothing of what is known to be asked by ${names} is missing on this day`;
  const also = both === 0 ? '' : `, ${formatNumber(both)} of them for more than one text`;
  const what = missing === 1 ? 'answer or duty is' : 'answers and duties are';
  return `${formatNumber(missing)} ${what} missing${also}`;
}

export const besideSubline = ({ models, columns, texts }: Sides): string => {
  const stale = texts.filter((text) => text.stale).map(({ name }) => name);
  return [
    `${formatCount(models, 'model')}, ${formatCount(columns.length, 'thing')} asked; what several texts ask for stands once.`,
    verifyCountWords(
      columns.flatMap(({ asked }) => asked.map(({ verified }) => verified)),
      'line',
    ),
    ...texts.filter(({ origin }) => origin !== 'shipped').map(({ name }) => `${name} is a text of your own.`),
    stale.length === 0 ? '' : `${stale.join(', ')}: checked long ago.`,
    'Help, not advice.',
  ]
    .filter((part) => part !== '')
    .join(' ');
};

/** `12 of 17, 70%`: a share never stands without its fraction. */
export function fractionWords({ held, missing }: { readonly held: number; readonly missing: number }): string {
  const all = held + missing;
  return all === 0
    ? 'nothing to count yet'
    : `${formatNumber(held)} of ${formatNumber(all)}, ${percentHeld(held / all)}`;
}

export const sinceWords = (since: string | null, today: string): string =>
  since === null ? 'No day is set' : since <= today ? 'Now' : `By ${formatDate(since)}`;

/** Who fills a gap, and how many have nobody. */
export function ownerWords({ per, owners, ownersInAll, withoutOwner }: Work): string {
  if (per === 'organisation') return 'the organisation, once';
  const named = owners.map(({ owner, models }) => `${owner} ${formatNumber(models)}`);
  const rest = ownersInAll - owners.length;
  return [
    ...named,
    ...(rest > 0 ? [`${formatNumber(rest)} more`] : []),
    ...(withoutOwner > 0 ? [`nobody named for ${formatNumber(withoutOwner)}`] : []),
  ].join(' · ');
}

export const tierWords = ({ models, tiers }: Work): string => {
  const first = tiers.find(({ tier }) => tier === 1)?.models ?? 0;
  return `${formatCount(models, 'model')}, ${first === 0 ? 'none' : formatNumber(first)} of tier 1`;
};

const CELL_WORDS: Readonly<Record<string, string>> = {
  H: 'there',
  M: 'missing',
  L: 'later',
  D: 'due later',
  '?': 'not known',
  '-': 'not asked for',
};
export const cellWords = (letter: string): string => CELL_WORDS[letter] ?? '';
