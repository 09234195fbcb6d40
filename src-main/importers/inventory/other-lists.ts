import type { ImportField } from '#contract/imports/import-field';
import type { FieldMapping } from '#contract/imports/imports';
import { plainWords } from '../cells/phrases';

/** What lists of people, goods, orders and bookings speak of, and inventories of models do not. */
const OTHER =
  /\b(?:first ?name|last ?name|surname|vorname|nachname|prenom|birth\w*|geburt\w*|e ?mail|phone|telefon|telephone|mobile|street|strasse|zip|postal code|postcode|plz|salary|gehalt|price|preis|prix|precio|quantity|qty|menge|stock|sku|invoice\w*|rechnung\w*|facture|order (?:id|no|number|date)|bestell\w*|customer|kunde\w*|client|amount due|iban|account (?:no|number)|latitude|longitude|temp|temperature|humidity|wind ?speed)\b/;

/** Fields that any list may have. */
const ANYBODYS: ReadonlySet<ImportField> = new Set([
  'name',
  'unit',
  'notes',
  'tags',
  'externalId',
  'externalUrl',
  'businessOwner',
  'purpose',
  'type',
]);

/** Whether a table is of something else: two columns say so, and none that is known could only be of models. */
export function speaksOfOther(labels: readonly string[], guessed: readonly Pick<FieldMapping, 'field'>[]): boolean {
  const others = labels.filter((label) => OTHER.test(plainWords(label))).length;
  return others >= 2 && guessed.every(({ field }) => ANYBODYS.has(field));
}
