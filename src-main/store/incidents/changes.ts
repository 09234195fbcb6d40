import { type FieldChange, listFieldChanges } from '../journal/field-changes';
import type { ReadHandle } from '../journal/handle';
import { incidentFieldsIn } from './rows';

/** Every change of a typed field of one incident, newest first. */
export const listIncidentChanges = (read: ReadHandle, id: string): Promise<readonly FieldChange[]> =>
  listFieldChanges(read, { entity: 'incidents', by: 'entity_id', id }, incidentFieldsIn);
