import { describe, expect, it } from 'vitest';
import type { VendorOffer } from '#contract/assessments';
import { type Component, forEachComponent } from '#domain/assessments/components';
import { type Coverage, combineOffers, rateOffer } from '#domain/assessments/vendor';
import { checkOffer, emptyOffer, formOf, withComponent } from './offer-form';
import { emptyPrice, priceFormOf, priceOf } from './price-form';
import { giversOf, isUnproven, priceWords, vendorsHeadline, vendorsSubline } from './vendor-words';

function offer(name: string, covers: Partial<Record<Component, Coverage>>, evidence = 'shown'): VendorOffer {
  const components = forEachComponent((component) => {
    const coverage = covers[component] ?? 'none';
    return { coverage, evidence: coverage === 'none' ? '' : evidence };
  });
  const { incomplete, words } = rateOffer({ id: name, name, components });
  return { id: name, name, notes: '', components, incomplete, words, price: null };
}

const alpha = offer('Alpha', { model_registry: 'full', cicd_pipelines: 'full' });
const beta = offer('Beta', { model_governance: 'full', model_registry: 'partial' }, '');

describe('the headline', () => {
  it('names the offer without governance', () => {
    expect(vendorsHeadline([alpha])).toBe('Alpha is incomplete: it leaves out model governance');
    expect(vendorsHeadline([alpha, beta])).toBe(
      'Alpha is incomplete: it leaves out model governance; 1 other offer has it',
    );
    expect(vendorsHeadline([alpha, { ...alpha, id: 'x' }])).toBe(
      'All 2 offers are incomplete: none has model governance',
    );
    expect(vendorsHeadline([alpha, { ...alpha, id: 'x' }, beta])).toContain('2 of 3 offers are incomplete');
    expect(vendorsHeadline([beta, { ...beta, id: 'y' }])).toBe('All 2 offers have model governance in them');
    expect(vendorsHeadline([])).toContain('No offer');
  });

  it('says what nobody offers and what is only said', () => {
    expect(vendorsSubline([alpha, beta])).toBe(
      'Nobody offers feature store, experiment tracking or model monitoring. 2 claims are said but not shown.',
    );
    expect(vendorsSubline([alpha])).toContain('Everything that is offered has something that shows it.');
  });
});

it('knows a claim from a proof', () => {
  expect(isUnproven({ coverage: 'partial', evidence: ' ' })).toBe(true);
  expect(isUnproven({ coverage: 'none', evidence: '' })).toBe(false);
});

it('names who gives what in a combination', () => {
  const combined = combineOffers([alpha, beta]);
  expect(giversOf(combined, 'model_registry', [alpha, beta])).toBe('Alpha');
  expect(giversOf(combined, 'model_governance', [alpha, beta])).toBe('Beta');
  expect(giversOf(combined, 'feature_store', [alpha, beta])).toBe('nobody');
});

describe('the form', () => {
  it('needs a name of its own', () => {
    expect(checkOffer(emptyOffer('EUR'), [])).toMatchObject({ ok: false });
    expect(checkOffer({ ...emptyOffer('EUR'), name: ' alpha ' }, [alpha])).toMatchObject({ ok: false });
    expect(checkOffer(formOf(alpha, 'EUR'), [alpha])).toMatchObject({ ok: true, input: { id: 'Alpha' } });
  });

  it('makes a new offer without an id, with what was written', () => {
    const form = withComponent({ ...emptyOffer('EUR'), name: 'Gamma ' }, 'model_monitoring', { coverage: 'full' });
    const checked = checkOffer(withComponent(form, 'model_monitoring', { evidence: 'a demonstration' }), [alpha]);
    expect(checked).toMatchObject({
      ok: true,
      input: { name: 'Gamma', components: { model_monitoring: { coverage: 'full', evidence: 'a demonstration' } } },
    });
    expect(checked.ok && 'id' in checked.input).toBe(false);
  });
});

describe('the price', () => {
  const ENGLISH = { mark: '.', order: 'mdy' } as const;
  const typed = {
    ...emptyPrice('eur'),
    oneOffMinor: '150,000',
    perYearMinor: '180000',
    escalator: '5',
    coverage: '80',
  };

  it('is what was typed, and what was not typed is not known', () => {
    expect(priceOf(emptyPrice('EUR'), ENGLISH)).toBeNull();
    const price = priceOf(typed, ENGLISH);
    if (price === null || typeof price === 'string') throw new Error(`read as ${price}`);
    expect(price).toMatchObject({
      level: 'L2',
      currency: 'EUR',
      oneOffMinor: 15_000_000,
      perYearMinor: 18_000_000,
      perModelMinor: null,
      escalator: 0.05,
      coverage: 0.8,
      rampMonths: null,
    });
    expect(priceOf(priceFormOf(price, 'USD'))).toEqual(price);
    const words = priceWords(price);
    expect(words).toContain('€150,000 once');
    expect(words.at(-1)).toBe('Missing: the price a model and year and the cost of leaving');
    expect(priceWords(null)).toEqual(['not known']);
  });

  it.each([
    [{ coverage: '120' }, /^Replaces of the building, %: /],
    [{ perYearMinor: '-1' }, /^A year: /],
    [{ currency: 'E' }, /three letters/],
  ])('with %o says what to write', (change, sentence) => {
    expect(priceOf({ ...typed, ...change }, ENGLISH)).toMatch(sentence);
    expect(checkOffer({ ...emptyOffer('EUR'), name: 'X', price: { ...typed, ...change } }, [])).toMatchObject({
      ok: false,
    });
  });
});
