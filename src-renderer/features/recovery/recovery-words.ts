import type { Output } from '#contract/index';
import { damagedWords } from '../../lib/damaged-words';
import { formatCount, formatNumber } from '../../lib/format';

export type Found = Output<'recovery.examine'>;
export type Repaired = Output<'recovery.repair'>;

export function headlineOf({ fileName, whole, readable, backup, since }: Found): string {
  if (whole) return `Nothing is found to be damaged in ${fileName}`;
  if (!readable && backup === null) return `${fileName} cannot be read, and no whole backup lies beside it`;
  if (!readable) return `${fileName} cannot be read; a whole backup of it is there`;
  if (backup === null) return `${fileName} is damaged; what it still holds can be brought into a new file`;
  return since.total === 0
    ? `${fileName} is damaged; its newest backup holds everything that can be read`
    : `${fileName} is damaged; ${formatCount(since.total, 'change')} since its newest backup can be read`;
}

export function sublineOf({ whole, readable, damaged, tables }: Found): string {
  const safe = 'The file stays as it is, whatever you choose.';
  if (whole) return `What went wrong when it was opened lies elsewhere. ${safe}`;
  if (!readable) return `Not even its structure can be read, or it is not one of Modelfolio’s. ${safe}`;
  return `${formatNumber(damaged.length)} of ${formatNumber(tables)} tables ${damaged.length === 1 ? 'has' : 'have'} parts that cannot be read (${damagedWords(damaged)}). ${safe}`;
}

/** What was brought over without proof. */
function salvagedWords(tables: NonNullable<Repaired['salvaged']>): string {
  const rows = tables.reduce((sum, one) => sum + one.rows, 0);
  const orphans = tables.reduce((sum, one) => sum + one.orphans, 0);
  const holes = tables.filter((one) => one.holes).map(({ table }) => table);
  const parts = [
    `Its journal is lost from the first entry on, so nothing proves what follows: ${formatCount(rows, 'row')} were brought over as they stood.`,
    holes.length === 0
      ? ''
      : `Parts of it could not be read (${damagedWords(holes)}); how much lay there is not known.`,
    orphans === 0
      ? ''
      : `${formatCount(orphans, 'row')} that hung on what is gone ${orphans === 1 ? 'was' : 'were'} left out.`,
    'The first entry of the new journal says so. Compare the figures that you rely on with another source.',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What stands in the new file without proof, where the journal was cut. */
function unprovedWords({ lostTotal, unproved }: Repaired): string {
  const changes = formatCount(lostTotal, 'later change');
  if (unproved === null) return `${changes} could not be brought over: do ${lostTotal === 1 ? 'it' : 'them'} again.`;
  const rows = unproved.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0);
  const holes = unproved.filter((one) => one.holes).map(({ table }) => table);
  const parts = [
    `${lostTotal === 0 ? 'Later changes' : changes} cannot be followed any more; what they left in the file was brought over as it stands (${formatCount(rows, 'row')}), which nothing proves.`,
    holes.length === 0 ? '' : `Parts could not be read (${damagedWords(holes)}): there it is as the journal last says.`,
    'Undo takes that step back to what is proved.',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What came of a repair, as a sentence that stands alone. */
export function repairedWords(repaired: Repaired): string {
  const { entries, lostTotal, resultsHoles, salvaged, unproved } = repaired;
  if (salvaged !== null) return salvagedWords(salvaged);
  const parts = [
    `${formatCount(entries, 'entry', 'entries')} of the journal hold${lostTotal === 0 ? ', and everything is what they say' : ''}.`,
    lostTotal === 0 && unproved === null ? '' : unprovedWords(repaired),
    resultsHoles ? 'Some drift results could not be read: import the files that they came from again.' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
