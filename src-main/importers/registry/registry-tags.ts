import { ImportField } from '#contract/imports/import-field';
import type { TagUse } from '../sources/source';
import type { RegistryModel } from './registry';

const SAMPLES = 3;
const SHOWN = 100;

/** Tags with the number of models that have them, the commonest first. @param own tags of the server itself, which say nothing here */
export function tagsOf(
  models: readonly Pick<RegistryModel, 'tags'>[],
  own: (tag: string) => boolean,
): readonly TagUse[] {
  const found = new Map<string, { models: number; samples: Set<string> }>();
  for (const { tags } of models)
    for (const [tag, value] of tags) {
      if (own(tag)) continue;
      const one = found.get(tag) ?? { models: 0, samples: new Set<string>() };
      found.set(tag, one);
      one.models += 1;
      if (one.samples.size < SAMPLES) one.samples.add(value.slice(0, 80));
    }
  return [...found]
    .map(([tag, { models: count, samples }]) => ({
      tag,
      models: count,
      samples: [...samples],
      suggested: suggestedFor(tag),
    }))
    .sort((a, b) => b.models - a.models)
    .slice(0, SHOWN);
}

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
