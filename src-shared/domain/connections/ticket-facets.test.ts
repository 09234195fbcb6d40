import { describe, expect, it } from 'vitest';
import { type Facet, readFacets, ruledBy, type TicketRule, writeFacets } from './ticket-facets';

const rule = (is: string, modelId: string | null, by: TicketRule['by'] = 'component'): TicketRule => ({
  by,
  is,
  modelId,
});
const component = (text: string): Facet => ({ by: 'component', text });

describe('what a ticket says of whose it is', () => {
  it('is kept in one text and read out of it again', () => {
    const facets: Facet[] = [
      { by: 'label', text: 'ml' },
      component('Claims  / triage'),
      component('Pricing: motor'),
      { by: 'configuration_item', text: 'claims-prod' },
    ];
    const text = writeFacets(facets);
    expect(text).toBe(
      'Component: Claims/triage / Component: Pricing: motor / Configuration item: claims-prod / Label: ml',
    );
    expect(readFacets(text)).toEqual([
      component('Claims/triage'),
      component('Pricing: motor'),
      { by: 'configuration_item', text: 'claims-prod' },
      { by: 'label', text: 'ml' },
    ]);
  });
  it('holds whole names, however many there are', () => {
    const facets = Array.from({ length: 60 }, (_, index) => component(`Component number ${index}`));
    const text = writeFacets(facets);
    expect(text.length).toBeLessThanOrEqual(500);
    for (const facet of readFacets(text)) expect(facets).toContainEqual(facet);
  });
  it('is none of a text that a person wrote', () => {
    expect(readFacets('Pricing / Claims')).toEqual([]);
  });
  it.each([
    ['nothing', [], { found: 'no_rule' }],
    ['a rule of another sort', [rule('A', 'm1', 'label')], { found: 'no_rule' }],
    ['a rule, whatever its case', [rule(' a ', 'm1')], { found: 'model', modelId: 'm1' }],
    ['a part of a name', [rule('A B', 'm1')], { found: 'no_rule' }],
    ['two rules to one model', [rule('A', 'm1'), rule('B', 'm1')], { found: 'model', modelId: 'm1' }],
    ['two rules to two models', [rule('A', 'm1'), rule('B', 'm2')], { found: 'several' }],
    ['a rule that says none', [rule('A', null)], { found: 'none' }],
    [
      'a rule that says none beside one of a model',
      [rule('A', null), rule('B', 'm1')],
      { found: 'model', modelId: 'm1' },
    ],
  ])('leads by %s where rules say so', (_name, rules, found) => {
    expect(ruledBy(rules)([component('A'), component('B')])).toEqual(found);
  });
});
