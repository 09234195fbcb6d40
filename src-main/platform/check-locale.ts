import { DomainError } from '../failure/domain-error';

/** An unknown language is well-formed and only falls back; an ill-formed one is told, not guessed. */
export function checkLocale(locale: string): void {
  try {
    Intl.getCanonicalLocales(locale);
  } catch {
    throw new DomainError('invalid_input', `“${locale}” is not a locale. Write it as en-GB, de-DE or ja-JP.`);
  }
}
