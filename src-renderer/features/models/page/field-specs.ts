import { FIELD_GROUP_TITLES, type FieldGroup } from '#domain/models/field-description';
import { FIELD_SPECS, type FieldSpec } from '../../../lib/model-field';

export interface PageGroup {
  readonly title: string;
  /** In two columns: long texts take both, the longest list stands to the right of two shorter ones. */
  readonly place: 'both' | 'left' | 'right';
  readonly fields: readonly FieldSpec[];
}

const PLACES: Readonly<Record<FieldGroup, PageGroup['place']>> = {
  identity: 'both',
  ownership: 'left',
  stakes: 'right',
  governance: 'both',
  money: 'left',
  elsewhere: 'both',
  // What follows from moves stands in its own panel; a field that is typed would stand beside the money.
  life: 'left',
};

/** The name stands in the head of the page. */
const BELOW_THE_HEAD = FIELD_SPECS.filter(({ name }) => name !== 'name');

// Object.keys forgets the key type that the record declares.
/** Every field that a person may type, in groups. */
export const FIELD_GROUPS: readonly PageGroup[] = (Object.keys(FIELD_GROUP_TITLES) as FieldGroup[]).flatMap((group) => {
  const fields = BELOW_THE_HEAD.filter((field) => field.group === group);
  return fields.length === 0 ? [] : [{ title: FIELD_GROUP_TITLES[group], place: PLACES[group], fields }];
});
