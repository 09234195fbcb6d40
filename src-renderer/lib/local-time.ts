import { findZone } from '#domain/base/time-zone';
import { readTypedMoment } from '#domain/base/typed-moment';
import { notationOf } from './typed';

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as a `datetime-local` field shows it: in the time zone of this machine, to the minute. */
export function toLocalField(instant: string | null): string {
  if (instant === null) return '';
  const at = new Date(instant);
  const day = [String(at.getFullYear()).padStart(4, '0'), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a field holds as an instant; `null` when it is empty or not whole. Of an hour that comes twice, the first. */
export function fromLocalField(text: string, notation = notationOf()): string | null {
  const zone = findZone(localZone());
  if (text === '' || zone === null) return null;
  const read = readTypedMoment(text, { zone, order: notation.order, dayAt: 'zone', firstYear: 1970 });
  return read.ok ? read.value.instant : null;
}

/** The name of this machine's time zone, to stand beside such fields. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
