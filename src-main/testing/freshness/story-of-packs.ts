import { OWN_PACK } from './questions';
import type { Teller } from './teller';

/** An own pack comes, is edited and goes; a line is read. */
export async function tellPacks({ give, file }: Pick<Teller, 'give' | 'file'>): Promise<void> {
  const { pack } = await give('packs.add', { file: file('house.json', JSON.stringify(OWN_PACK)) });
  const edited = { ...structuredClone(OWN_PACK), edition: '2026-06-01', effectiveFrom: '2026-06-01' };
  await give('packs.save', { given: edited, basedOn: pack, accepted: true });
  await give('packs.save', { given: { ...edited, name: 'House rules of June' }, was: 'house-rules@2026-06-01' });
  const item = { pack: 'house-rules@2026-06-01', item: 'owner' };
  const { id } = await give('packs.noteReading', { ...item, outcome: 'as_it_stands' });
  await give('packs.noteReading', { ...item, outcome: 'differs', note: 'The guideline says more', by: 'Bo' });
  await give('packs.removeReading', { id });
  await give('packs.remove', { pack });
}
