import { type FieldChange, listFieldChanges } from '../journal/field-changes';
import type { ReadHandle } from '../journal/handle';
import { modelFieldsIn } from './model-rows';

/** Every change of a typed field of one model, newest first. */
export const listModelChanges = (read: ReadHandle, id: string): Promise<readonly FieldChange[]> =>
  listFieldChanges(read, { entity: 'models', by: 'model_id', id }, modelFieldsIn);
