import type { RulePack } from './rule-pack';
import type { ReadingOutcome } from './vocabulary';

/** Somebody held one item of a pack against the official text. */
export interface Reading {
  readonly id: string;
  /** Digest of the item as it read then. */
  readonly digest: string;
  readonly outcome: ReadingOutcome;
  /** ISO. */
  readonly on: string;
  readonly by: string;
  readonly link: string;
  readonly note: string;
}

/**
 * `open`: nobody has read it; `read`: it stands as the text has it; `differs`: somebody read it and the text says otherwise;
 * `lapsed`: what was read is worded otherwise now, so that nobody has read this one.
 */
export const VERIFY_STATES = ['open', 'read', 'differs', 'lapsed'] as const;
export type VerifyState = (typeof VERIFY_STATES)[number];

export interface Verified {
  readonly state: VerifyState;
  /** The reading that decides, or the last one of another wording. */
  readonly reading: Reading | null;
}

/** @param readings of this item of this edition, in the order in which they were noted; of one day the later noted counts */
export function verifiedBy(digest: string, readings: readonly Reading[]): Verified {
  const last = (own: readonly Reading[]): Reading | undefined =>
    own.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1);
  const counts = last(readings.filter((reading) => reading.digest === digest));
  if (counts !== undefined) return { state: counts.outcome === 'as_it_stands' ? 'read' : 'differs', reading: counts };
  const lapsed = last(readings);
  return lapsed === undefined ? { state: 'open', reading: null } : { state: 'lapsed', reading: lapsed };
}

export const ITEM_KINDS = ['line', 'clock', 'transition'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface PackItem {
  readonly what: ItemKind;
  readonly id: string;
  readonly label: string;
  readonly ref: string;
  /** Empty: nothing is to be verified. */
  readonly verify: string;
  /** Everything that it says. */
  readonly content: unknown;
}

/** Everything in a pack that may carry a mark to verify. */
export const itemsOf = ({ fields, duties, clocks = [], transitions = [] }: RulePack): readonly PackItem[] => [
  ...[...fields, ...duties].map((line) => itemOf('line', line)),
  ...clocks.map((clock) => itemOf('clock', clock)),
  ...transitions.map((transition) => itemOf('transition', transition)),
];

export const itemOf = (
  what: ItemKind,
  item: { readonly id: string; readonly label: string; readonly ref: string; readonly verify?: string | undefined },
): PackItem => ({ what, id: item.id, label: item.label, ref: item.ref, verify: item.verify ?? '', content: item });

/** A value as one text, whatever the order of its keys: equal texts say the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`)
    .join(',')}}`;
}
