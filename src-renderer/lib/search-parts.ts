import { instantMs, isCalendarDate } from '#domain/base/calendar';
import { isMovingDay } from '#domain/base/moving-day';

/** What the parts of a filter are in an address. */
export type PartKind = 'list' | 'flag' | 'text' | 'number';

const fits = (kind: PartKind | undefined, value: unknown): boolean => {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'number') return typeof value === 'number';
  return kind === 'text' && typeof value === 'string';
};

/** The known parts that have the kind they should have; `undefined` when there is none. */
export function readParts(
  value: unknown,
  kinds: Readonly<Record<string, PartKind>>,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const kept = Object.entries(value).filter(([key, part]) => Object.hasOwn(kinds, key) && fits(kinds[key], part));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

export const isSortKey = (value: unknown): value is { readonly field: string; readonly direction: 'asc' | 'desc' } =>
  typeof value === 'object' &&
  value !== null &&
  'field' in value &&
  typeof value.field === 'string' &&
  'direction' in value &&
  (value.direction === 'asc' || value.direction === 'desc');

/** A day in an address: one of the calendar, or one that moves with it. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && (isMovingDay(value) || (isCalendarDate(value) && !Number.isNaN(instantMs(value))));

/** Id of the kept view that an address started from. */
export interface ViewSearch {
  readonly view?: string;
}
export const readView = ({ view }: Readonly<Record<string, unknown>>): ViewSearch =>
  typeof view === 'string' && view !== '' ? { view } : {};

/** What is searched for: one such as 2024 is a number to the reader of addresses. */
export const readQuery = (q: unknown): { readonly q?: string } =>
  (typeof q === 'string' && q !== '') || typeof q === 'number' ? { q: String(q) } : {};
