const BY_REGION: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  CN: 'CNY',
  IN: 'INR',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
  SG: 'SGD',
  KR: 'KRW',
  AE: 'AED',
};

/** The currency to offer first: the one of the person's region where it is known, else the euro. */
export function likelyCurrency(language: string): string {
  const region = /-([A-Z]{2})\b/.exec(language)?.[1] ?? '';
  return BY_REGION[region] ?? 'EUR';
}

/** Every currency that the system knows, for a select that can be searched by code and by name. */
export function currencyOptions(language?: string): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
  }));
}
