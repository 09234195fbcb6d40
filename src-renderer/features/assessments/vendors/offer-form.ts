import type { VendorOffer } from '#contract/assessments';
import type { Input } from '#contract/index';
import { type Component, forEachComponent } from '#domain/assessments/components';
import type { OfferedComponent } from '#domain/assessments/vendor';
import { emptyPrice, type PriceForm, priceFormOf, priceOf } from './price-form';

/** An offer while it is being written; `null` as the id: a new one. */
export interface OfferForm {
  readonly id: string | null;
  readonly name: string;
  readonly notes: string;
  readonly components: Readonly<Record<Component, OfferedComponent>>;
  readonly price: PriceForm;
}

/** Nobody has offered anything until somebody says so. */
export function emptyOffer(currency: string): OfferForm {
  const components = forEachComponent(() => ({ coverage: 'none' as const, evidence: '' }));
  return { id: null, name: '', notes: '', components, price: emptyPrice(currency) };
}

export function formOf({ id, name, notes, components, price }: VendorOffer, currency: string): OfferForm {
  return { id, name, notes, components, price: priceFormOf(price, currency) };
}

export function withComponent(form: OfferForm, component: Component, part: Partial<OfferedComponent>): OfferForm {
  return { ...form, components: { ...form.components, [component]: { ...form.components[component], ...part } } };
}

export type CheckedOffer =
  | { readonly ok: true; readonly input: Input<'vendors.save'> }
  | { readonly ok: false; readonly message: string };

/** What is saved, or the sentence that says why it cannot be. */
export function checkOffer(form: OfferForm, others: readonly VendorOffer[]): CheckedOffer {
  const name = form.name.trim();
  if (name === '') return { ok: false, message: 'An offer needs a name. Write whose offer it is.' };
  const taken = others.some((other) => other.id !== form.id && other.name.toLowerCase() === name.toLowerCase());
  if (taken)
    return { ok: false, message: `There is an offer “${name}” already. Change that one, or choose another name.` };
  const { components, notes, id } = form;
  const price = priceOf(form.price);
  if (typeof price === 'string') return { ok: false, message: price };
  const input = {
    price,
    name,
    notes: notes.trim(),
    components: forEachComponent((component) => ({ ...components[component] })),
  };
  return { ok: true, input: id === null ? input : { ...input, id } };
}
