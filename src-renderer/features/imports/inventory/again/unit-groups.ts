import type { InventoryPreview } from '#contract/imports/imports';
import { formatCount, formatNumber } from '../../../../lib/format';

type Unit = InventoryPreview['units'][number];
type State = Unit['state'];

export const UNIT_GROUPS: Readonly<Record<State, { readonly title: string; readonly hint: string }>> = {
  hardly: {
    title: 'Hardly recognised',
    hint: 'rows there are, but fewer than a quarter of yours was met: renamed or renumbered rather than gone',
  },
  not_spoken_of: {
    title: 'Not spoken of',
    hint: 'the file has no row of them; nothing is called missing, nothing changes',
  },
  recognised: { title: 'Recognised', hint: 'what is left of yours may be gone; it is listed in the preview' },
  new: { title: 'New', hint: 'you have no model of this source in them' },
};

const ORDER: readonly State[] = ['hardly', 'not_spoken_of', 'recognised', 'new'];

/** Units by how much of them was met, those first that ask for a look. */
export const unitGroups = (
  units: readonly Unit[],
): readonly { readonly state: State; readonly of: readonly Unit[] }[] =>
  ORDER.map((state) => ({ state, of: units.filter((unit) => unit.state === state) })).filter(({ of }) => of.length > 0);

/** What there is to know of the units, as a sentence. */
export function unitsHeadline(units: readonly Unit[]): string {
  const count = (state: State): number => units.filter((unit) => unit.state === state).length;
  const [hardly, silent] = [count('hardly'), count('not_spoken_of')];
  const parts = [
    hardly > 0 ? `${formatCount(hardly, 'unit was', 'units were')} hardly recognised` : '',
    silent > 0 ? `of ${hardly > 0 ? formatNumber(silent) : formatCount(silent, 'unit')} the file says nothing` : '',
  ].filter(Boolean);
  if (parts.length === 0) return `Every unit that you have was recognised: ${formatNumber(count('recognised'))}`;
  const said = parts.join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
