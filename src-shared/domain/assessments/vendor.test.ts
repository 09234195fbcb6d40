import { describe, expect, it } from 'vitest';
import { COMPONENTS, type Component, forEachComponent } from './components';
import { type Coverage, combineOffers, rateOffer, type VendorOffer } from './vendor';

function offer(id: string, covered: Partial<Record<Component, Coverage>>, evidence = 'data sheet'): VendorOffer {
  return {
    id,
    name: id,
    components: forEachComponent((component) => ({ coverage: covered[component] ?? 'none', evidence })),
  };
}

const allBut = (left: Component): Partial<Record<Component, Coverage>> =>
  Object.fromEntries(COMPONENTS.filter((component) => component !== left).map((component) => [component, 'full']));

describe('an offer', () => {
  it('without governance is incomplete, whatever else it has', () => {
    const rating = rateOffer(offer('Acme', allBut('model_governance')));
    expect(rating).toMatchObject({ incomplete: true, missing: ['model_governance'], partial: [], unproven: [] });
    expect(rating.covered).toHaveLength(5);
    expect(rating.words).toMatch(/^Acme is incomplete: it leaves out model governance/);
  });

  it('with governance in part is not, and says what it leaves out', () => {
    const rating = rateOffer(offer('Acme', { model_registry: 'full', model_governance: 'partial' }));
    expect(rating.incomplete).toBe(false);
    expect(rating.words).toBe(
      'Acme covers one of the six components in full: Model registry. In part: Model governance. Not at all: Feature store, Experiment tracking, CI/CD pipelines and Model monitoring.',
    );
  });

  it('that covers everything but feature stores is not incomplete', () => {
    expect(rateOffer(offer('Acme', allBut('feature_store'))).incomplete).toBe(false);
  });

  it('shows what was only said', () => {
    const rating = rateOffer(offer('Acme', { model_registry: 'full', model_governance: 'partial' }, ' '));
    expect(rating.unproven).toEqual(['model_registry', 'model_governance']);
    expect(rating.words).toContain('Sentence but not shown: Model registry and Model governance.');
  });
});

describe('several offers', () => {
  it('give the best of each component, and say who gives it', () => {
    const combined = combineOffers([
      offer('A', { model_registry: 'full', model_monitoring: 'partial' }),
      offer('B', { model_registry: 'full', model_monitoring: 'full', model_governance: 'partial' }),
    ]);
    expect(combined.components.model_registry).toEqual({ coverage: 'full', by: ['A', 'B'] });
    expect(combined.components.model_monitoring).toEqual({ coverage: 'full', by: ['B'] });
    expect(combined.components.feature_store).toEqual({ coverage: 'none', by: [] });
    expect(combined.rating).toMatchObject({ incomplete: false, partial: ['model_governance'] });
    expect(combined.rating.words).toContain('A and B together cover two of the six components in full');
  });

  it('do not make a whole out of two halves', () => {
    const half = { model_governance: 'partial' } as const;
    expect(combineOffers([offer('A', half), offer('B', half)]).components.model_governance).toEqual({
      coverage: 'partial',
      by: ['A', 'B'],
    });
  });

  it('are incomplete together when none has governance', () => {
    const combined = combineOffers([offer('A', allBut('model_governance')), offer('B', { feature_store: 'full' })]);
    expect(combined.rating.incomplete).toBe(true);
    expect(combined.rating.words).toMatch(/^A and B together are incomplete: they leave out model governance/);
    expect(combineOffers([]).rating).toMatchObject({ incomplete: true, covered: [] });
    expect(rateOffer(offer('Acme', {})).words).toContain('Acme covers none of the six components in full.');
  });
});
