import { refusalOf } from '../../../client/call';
import { perform } from '../../../client/perform';
import { useChannel } from '../../../client/use-query';
import type { FieldSpec } from '../../../lib/model-field';
import type { FieldContext } from './field-row';
import type { Model, ModelPatch } from './model-types';

type Facets = NonNullable<ReturnType<typeof useChannel<'models.facets'>>['data']>;

const listOf = (spec: FieldSpec, facets: Facets | undefined): readonly { readonly value: string }[] => {
  if (facets === undefined) return [];
  if (spec.kind === 'tags') return facets.tags;
  return spec.kind === 'line' && spec.suggest !== undefined ? facets[spec.suggest] : [];
};

/** What the fields of a model need to be edited: currency, suggestions, and the way to save one. */
export function useFieldContext(model: Model, currency: string): FieldContext {
  const { data: facets } = useChannel('models.facets', {});
  return {
    model,
    currency,
    suggestions: (spec) => listOf(spec, facets).flatMap(({ value }) => (value === '' ? [] : [value])),
    save: async (spec, value, seen) => {
      // One known field; its value was parsed by the rules of this very field, and the engine checks it again.
      const patch = { [spec.name]: value } as ModelPatch;
      try {
        await perform('models.update', { id: model.id, patch }, { seen });
        return null;
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}
