import { ImportField } from '#contract/imports/import-field';
import { CHOICE_FIELDS, guessValue } from '../inventory/value-synonyms';
import type { TagUse } from '../sources/source';
import type { RegistryModel } from './registry';

const SAMPLES = 3;
const VALUES = 40;
const SHOWN = 100;

/** Tags with the number of models that have them, the commonest first. @param own tags of the server itself, which say nothing here */
export function tagsOf(
  models: readonly Pick<RegistryModel, 'tags'>[],
  own: (tag: string) => boolean,
): readonly TagUse[] {
  const found = new Map<string, { models: number; values: Map<string, number> }>();
  for (const { tags } of models)
    for (const [tag, value] of tags) {
      if (own(tag)) continue;
      const one = found.get(tag) ?? { models: 0, values: new Map<string, number>() };
      found.set(tag, one);
      one.models += 1;
      const text = value.trim().slice(0, 500);
      if (text !== '') one.values.set(text, (one.values.get(text) ?? 0) + 1);
    }
  return [...found]
    .sort(([, a], [, b]) => b.models - a.models)
    .slice(0, SHOWN)
    .map(([tag, { models: count, values }]) => ({
      tag,
      models: count,
      samples: [...values.keys()].slice(0, SAMPLES).map((text) => text.slice(0, 80)),
      suggested: suggestedFor(tag),
      values: [...values]
        .sort(([, a], [, b]) => b - a)
        .slice(0, VALUES)
        .map(([text, times]) => ({ text, models: times, means: meaningsOf(tag, text) })),
    }));
}

/** What a value most likely is as each field that takes only certain ones; it is offered, never taken. */
const meaningsOf = (tag: string, text: string): TagUse['values'][number]['means'] =>
  CHOICE_FIELDS.flatMap((field) => {
    const to = guessValue(field, tag, text);
    return to === null || to === '' ? [] : [{ field, to }];
  });

const SUGGESTED: Readonly<Record<string, string>> = {
  owner: 'businessOwner',
  model_owner: 'businessOwner',
  business_owner: 'businessOwner',
  team: 'unit',
  line_of_business: 'unit',
  unit: 'unit',
  department: 'unit',
  business_unit: 'unit',
  technical_owner: 'technicalOwner',
  model_creator: 'technicalOwner',
  maintainer: 'technicalOwner',
  tier: 'tier',
  risk_tier: 'tier',
  type: 'type',
  model_type: 'type',
  criticality: 'criticality',
};

function suggestedFor(tag: string): ImportField | null {
  const field = ImportField.safeParse(SUGGESTED[tag.toLowerCase().replace(/[\s.-]+/g, '_')]);
  return field.success ? field.data : null;
}
