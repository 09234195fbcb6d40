import type { ConnectionRules } from '#contract/imports/connection-rules';
import { ConnectionMapping } from '#contract/imports/connections';
import { type Facet, facetKey, readFacets, ruledBy, ruleKey } from '#domain/connections/ticket-facets';
import { modelMatcher } from '#domain/models/match';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import { listKnownModels } from '../../../store/models/models';
import type { PreparedTickets } from './prepare-tickets';

type Attach = NonNullable<ConnectionRules['attach']>;

const SHOWN = 200;
const SAMPLES = 3;

interface Loose {
  readonly text: string;
  readonly title: string;
}

/** Incidents of this connection that would be of no model, by what they say: for somebody to make rules of. */
export async function unattached(row: ConnectionRow, tickets: PreparedTickets, read: ReadHandle): Promise<Attach> {
  const { attach } = ConnectionMapping.parse(JSON.parse(row.mapping));
  const all = await listKnownModels(read);
  const models = modelMatcher(all, () => undefined);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const rulesFor = ruledBy(attach);
  const ruled = new Set(attach.map(ruleKey));
  const found = new Map<string, Facet & { tickets: number; samples: string[] }>();
  let several = 0;
  let nameless = 0;
  const loose = withoutModel(tickets);
  for (const { text, title } of loose) {
    const facets = readFacets(text);
    if (facets.length === 0) nameless += 1;
    if (rulesFor(facets).found === 'several') several += 1;
    for (const facet of facets) {
      const name = facetKey(facet);
      if (ruled.has(name)) continue;
      const one = found.get(name) ?? { ...facet, tickets: 0, samples: [] };
      found.set(name, one);
      one.tickets += 1;
      if (one.samples.length < SAMPLES) one.samples.push(title.slice(0, 120));
    }
  }
  const waiting = [...found.values()]
    .map((one) => {
      const { model } = models(one.text);
      return { ...one, suggested: model && { modelId: model.id, name: model.name } };
    })
    .sort((a, b) => Number(b.suggested !== null) - Number(a.suggested !== null) || b.tickets - a.tickets);
  const uses = new Map<string, number>();
  for (const text of everyText(tickets))
    for (const key of new Set(readFacets(text).map(facetKey))) uses.set(key, (uses.get(key) ?? 0) + 1);
  const rules = attach.map((rule) => ({
    ...rule,
    modelName: names.get(rule.modelId ?? '') ?? '',
    tickets: uses.get(ruleKey(rule)) ?? 0,
  }));
  return { unattached: loose.length, several, nameless, rules, waiting: waiting.slice(0, SHOWN) };
}

/** What each incident of the connection says, as it would be. */
function everyText({ plan, existing }: PreparedTickets): readonly string[] {
  const texts = new Map(existing.map(({ key, current }) => [key, String(current.modelText ?? '')]));
  for (const { draft } of plan.incidents) texts.set(draft.key, draft.incident.modelText ?? '');
  return [...texts.values()];
}

/** Those that a rule says to be of none are none of them. */
function withoutModel({ plan, existing, match }: PreparedTickets): readonly Loose[] {
  const planned = plan.incidents.map(({ draft, existing: before, match: found }) => ({
    key: draft.key,
    text: draft.incident.modelText ?? '',
    title: draft.incident.title,
    isLoose: found.found === 'unknown' && (before?.current['modelId'] ?? null) === null,
  }));
  const told = new Set(planned.map(({ key }) => key));
  const others = existing
    .filter(({ key, current }) => !told.has(key) && current['modelId'] === null)
    .map(({ key, current }) => {
      const text = String(current['modelText'] ?? '');
      return { key, text, title: String(current['title']), isLoose: match(text).found === 'unknown' };
    });
  return [...planned, ...others].filter(({ isLoose }) => isLoose);
}
