import { describe, expect, it } from 'vitest';
import type { VendorOffer } from '#contract/assessments';
import { type Component, forEachComponent } from '#domain/assessments/components';
import { type Coverage, combineOffers, rateOffer } from '#domain/assessments/vendor';
import { checkOffer, emptyOffer, formOf, withComponent } from './offer-form';
import { giversOf, isUnproven, vendorsHeadline, vendorsSubline } from './vendor-words';

function offer(name: string, covers: Partial<Record<Component, Coverage>>, evidence = 'shown'): VendorOffer {
  const components = forEachComponent((component) => {
    const coverage = covers[component] ?? 'none';
    return { coverage, evidence: coverage === 'none' ? '' : evidence };
  });
  const { incomplete, words } = rateOffer({ id: name, name, components });
  return { id: name, name, notes: '', components, incomplete, words };
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
    expect(checkOffer(emptyOffer(), [])).toMatchObject({ ok: false });
    expect(checkOffer({ ...emptyOffer(), name: ' alpha ' }, [alpha])).toMatchObject({ ok: false });
    expect(checkOffer(formOf(alpha), [alpha])).toMatchObject({ ok: true, input: { id: 'Alpha' } });
  });

  it('makes a new offer without an id, with what was written', () => {
    const form = withComponent({ ...emptyOffer(), name: 'Gamma ' }, 'model_monitoring', { coverage: 'full' });
    const checked = checkOffer(withComponent(form, 'model_monitoring', { evidence: 'a demonstration' }), [alpha]);
    expect(checked).toMatchObject({
      ok: true,
      input: { name: 'Gamma', components: { model_monitoring: { coverage: 'full', evidence: 'a demonstration' } } },
    });
    expect(checked.ok && 'id' in checked.input).toBe(false);
  });
});
