import type { VendorOffer } from '#contract/assessments';
import { combineOffers, rateOffer } from '#domain/assessments/vendor';
import { DomainError } from '../../failure/domain-error';
import { listOffers } from '../../store/assessments/assessments';
import type { VendorOfferRow } from '../../store/assessments/tables';
import type { SubjectHandlers } from '../subject';
import { columnsOf, priceOf } from './offer-prices';

function toOffer(row: VendorOfferRow): VendorOffer {
  const components = JSON.parse(row.components) as VendorOffer['components']; // written through the contract's schema
  const { incomplete, words } = rateOffer({ id: row.id, name: row.name, components });
  return { id: row.id, name: row.name, notes: row.notes, components, incomplete, words, price: priceOf(row) };
}

export const vendors: SubjectHandlers<'vendors'> = {
  list: async (_input, { read }) => ({ offers: (await listOffers(read)).map(toOffer) }),
  save: ({ id, name, notes, components, price }, context) =>
    context.write(async (write) => {
      const known = (await listOffers(write.read)).find((offer) => offer.id === id);
      if (id !== undefined && !known)
        throw new DomainError('not_found', `The offer “${name}” was deleted in the meantime. Save it as a new one.`);
      const told = { name, notes, components: JSON.stringify(components) };
      const change = price === undefined && known ? told : { ...told, ...columnsOf(price ?? null) };
      const row = { ...columnsOf(null), ...(known ?? { id: context.newId(), created_at: context.now }), ...change };
      if (known) await write.update('vendor_offers', [known.id], change);
      else await write.insert('vendor_offers', [row]);
      return { label: `${known ? 'Change' : 'Add'} the offer “${name}”`, value: toOffer(row) };
    }),
  remove: ({ id }, context) =>
    context.write(async (write) => {
      const known = (await listOffers(write.read)).find((offer) => offer.id === id);
      return {
        label: `Delete the offer “${known?.name ?? ''}”`,
        value: { removed: await write.remove('vendor_offers', [id]) },
      };
    }),
  combine: async ({ ids }, { read }) => {
    const offers = (await listOffers(read)).filter((offer) => ids.includes(offer.id)).map(toOffer);
    if (offers.length < ids.length)
      throw new DomainError('not_found', 'One of these offers is not in the portfolio any more. Choose again.');
    const { components, rating } = combineOffers(offers);
    return { components, incomplete: rating.incomplete, words: rating.words };
  },
};
