const DASHES = /\s*[\u002d\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+\s*/g;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

/** Cells that say that there is no id, as `foldId` writes them. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'tbd tba tbc n/a na n.a. n.a none no nil null unknown pending new open unassigned not-assigned see-notes nan undefined',
    'k.a. ka offen neu keine kein unbekannt entfallt entfällt folgt',
    'néant neant aucun aucune inconnu s/o s.o. nc',
    'ninguno ninguna desconocido pendiente nd n.d.',
    'なし 無し 無 未定 不明 未採番 該当なし 无 待定 未知 없음 미정',
  ]
    .join(' ')
    .split(' ')
    .flatMap((word) => [word, word.replaceAll('-', ' ')]),
);
const PHRASES: ReadonlySet<string> = new Set([
  'to be determined',
  'to be assigned',
  'not applicable',
  'no id',
  'sans objet',
]);

/**
 * An external id as it is compared: compatibility forms, case, kind of dash and the blanks around dashes do not count;
 * leading zeros do.
 */
export function foldId(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether a folded id says nothing: empty, `TBD`, `N/A`, zeros, or signs alone. */
export function isPlaceholderId(folded: string): boolean {
  if (PLACEHOLDERS.has(folded) || PHRASES.has(folded)) return true;
  return /^[\p{P}\p{S}\s0]*$/u.test(folded) || /^x{2,}$/.test(folded);
}

/** Whether a folded id is a bare counter, such as each unit may start at 1 for itself. */
export function isBareId(folded: string): boolean {
  return /^(?:#|no\.? ?|nr\.? ?)?\d{1,5}$/.test(folded);
}
