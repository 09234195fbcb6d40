import { fold } from '../base/fold';
import { FACET_KINDS, FACET_LABELS, type FacetKind } from './facet-kinds';

export interface Facet {
  readonly by: FacetKind;
  readonly text: string;
}

/** Tickets that say this are of this model; `null`: of none. */
export interface TicketRule {
  readonly by: FacetKind;
  readonly is: string;
  readonly modelId: string | null;
}

const BETWEEN = ' / ';
const MOST = 500;
const KIND_OF = new Map(FACET_KINDS.map((kind) => [FACET_LABELS[kind], kind]));

/** One text that holds them all and can be taken apart again: it is kept with the incident, so that a later rule finds it. */
export function writeFacets(facets: readonly Facet[]): string {
  const inOrder = FACET_KINDS.flatMap((kind) => facets.filter(({ by }) => by === kind));
  const written = new Set(inOrder.map(({ by, text }) => `${FACET_LABELS[by]}: ${plain(text)}`));
  let whole = '';
  for (const one of written) {
    const longer = whole === '' ? one : `${whole}${BETWEEN}${one}`;
    // A part of a name would be another name.
    if (longer.length <= MOST) whole = longer;
  }
  return whole;
}

export function readFacets(text: string): readonly Facet[] {
  return text.split(BETWEEN).flatMap((part) => {
    const colon = part.indexOf(': ');
    const by = KIND_OF.get(part.slice(0, colon));
    const value = part.slice(colon + 2).trim();
    return by === undefined || value === '' ? [] : [{ by, text: value }];
  });
}

/** A name without what stands between names. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().replaceAll(BETWEEN, '/');

/** Alike for what is the same to a person: without case and surplus blanks. */
export const facetKey = ({ by, text }: Facet): string => `${by}\n${fold(plain(text))}`;
export const ruleKey = ({ by, is }: Pick<TicketRule, 'by' | 'is'>): string => facetKey({ by, text: is });

/** `none`: a rule says that it is of no model. `several`: rules lead to more than one, and none is picked. */
export type RuledBy =
  | { readonly found: 'model'; readonly modelId: string }
  | { readonly found: 'none' | 'no_rule' | 'several' };

/** Whose a ticket with some facets is, by rules alone. */
export function ruledBy(rules: readonly TicketRule[]): (facets: readonly Facet[]) => RuledBy {
  const index = new Map<string, (string | null)[]>();
  for (const rule of rules) index.set(ruleKey(rule), [...(index.get(ruleKey(rule)) ?? []), rule.modelId]);
  return (facets) => {
    const fitting = facets.flatMap((facet) => index.get(facetKey(facet)) ?? []);
    const models = new Set(fitting.filter((modelId) => modelId !== null));
    const [only] = models;
    if (models.size > 1) return { found: 'several' };
    if (only !== undefined) return { found: 'model', modelId: only };
    return { found: fitting.length > 0 ? 'none' : 'no_rule' };
  };
}
