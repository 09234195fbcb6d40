import { formsOf } from '#domain/base/forms';
import { shortMoney } from '#domain/base/short-money';

/** The countries whose forms are offered by name; any other is taken where the computer names it. */
const OFFERED = [
  'en-GB',
  'en-US',
  'en-CA',
  'en-IE',
  'en-IN',
  'de-DE',
  'de-CH',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
  'ja-JP',
  'ko-KR',
  'zh-CN',
] as const;

/** `German (Germany)`. */
function countryOf(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
}

/** A number, a day and an amount as the locale has them: `1.234,5 · 29 Nov 2026 · 5,09M €`. */
export function exampleOf(locale: string): string {
  const forms = formsOf(locale);
  const number = forms.numbers({ minimumFractionDigits: 1 }).format(1234.5);
  return [number, forms.day(2026, 11, 29), shortMoney(5_090_000, 'EUR', 3, locale)].join(' · ');
}

interface LocaleChoice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen, with an example each; the given ones first. */
export function localeChoices(...first: readonly string[]): LocaleChoice[] {
  return [...new Set([...first, ...OFFERED])].map((value) => ({
    value,
    label: `${countryOf(value)}: ${exampleOf(value)}`,
  }));
}
