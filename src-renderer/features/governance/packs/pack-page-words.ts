import type { Output } from '#contract/index';
import { addDays } from '#domain/base/calendar';
import { type FORCES, packName } from '#domain/governance/rule-pack';
import { formatCount, formatDate, formatNumber } from '../../../lib/format';

export type ListedPack = Output<'packs.list'>['packs'][number];
export type WholePack = Output<'packs.get'>;
export type Pack = WholePack['pack'];
export type FieldLine = Pack['fields'][number];
export type DutyLine = Pack['duties'][number];

export const nameOf = packName;

/** `1 Jan 2026 – 16 Apr 2026`, or why there are no days. */
export function inForceWords({ inForce, state, effectiveFrom, status }: ListedPack): string {
  if (inForce.length > 0)
    return inForce
      .map(({ from, until }) =>
        until === null ? `from ${formatDate(from)}` : `${formatDate(from)} – ${formatDate(addDays(until, -1))}`,
      )
      .join(', ');
  if (status === 'withdrawn') return 'withdrawn';
  if (effectiveFrom === null || state === 'proposed') return 'proposed, no day is set';
  return 'on no day: another edition counts';
}

export const itemsWords = ({ fields, duties, clocks }: ListedPack): string =>
  [
    formatCount(fields, 'field'),
    formatCount(duties, 'duty', 'duties'),
    ...(clocks === 0 ? [] : [formatCount(clocks, 'clock')]),
  ].join(', ');

/** How many of the items with a mark to verify somebody has read. */
export function verifyTally({ open, read, differs, lapsed }: ListedPack['verify']): string {
  const all = open + read + differs + lapsed;
  if (all === 0) return '';
  return [
    read === all
      ? all === 1
        ? 'read'
        : `all ${formatNumber(all)} read`
      : `${formatNumber(read)} of ${formatNumber(all)} read`,
    ...(differs === 0 ? [] : [`of ${formatNumber(differs)} the text differs`]),
    ...(lapsed === 0 ? [] : [`${formatNumber(lapsed)} worded otherwise since`]),
  ].join(', ');
}

const marked = ({ open, read, differs, lapsed }: ListedPack['verify']): number => open + read + differs + lapsed;

export function packsHeadline(packs: readonly ListedPack[]): string {
  const own = packs.filter(({ origin }) => origin !== 'shipped').length;
  const verify = packs.reduce((sum, pack) => sum + marked(pack.verify), 0);
  const read = packs.reduce((sum, { verify: one }) => sum + one.read, 0);
  const texts = `${formatCount(packs.length, 'edition')} of texts, ${own === 0 ? 'none of them your own' : `${formatNumber(own)} of your own`}`;
  return verify === 0
    ? texts
    : `${texts}; of ${formatCount(verify, 'item')} to verify ${read === 0 ? 'none' : formatNumber(read)} ${read === 1 || read === 0 ? 'is' : 'are'} read`;
}

export const FORCE_CHOICES: Readonly<Record<(typeof FORCES)[number], string>> = {
  required: 'Required',
  expected: 'Expected',
  customary: 'Customary',
  voluntary: 'Voluntary',
  proposed: 'Proposed',
};

export const NATURE_LABELS: Readonly<Record<Pack['nature'], string>> = {
  law: 'Law',
  supervisory_guidance: 'Supervisory guidance',
  government_memorandum: 'Government memorandum',
  standard: 'Standard',
  voluntary_framework: 'Voluntary framework',
  internal: 'Internal',
};

export const STATUS_LABELS: Readonly<Record<Pack['status'], string>> = {
  proposed: 'Proposed',
  adopted_not_applicable: 'Adopted, not applicable yet',
  in_force: 'In force',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};

export const CONFIDENCE_LABELS: Readonly<Record<FieldLine['confidence'], string>> = {
  primary: 'The wording was read',
  secondary: 'By other accounts',
  memory: 'From memory',
};
