import type { CostDefault } from '../defaults/cost-default';
import { originOf } from '../defaults/default-origins';
import { defaultOf } from '../defaults/defaults';
import type { PresetId } from './scenario-presets';

/** The figures of the article's staffing and of the worked cases are stories and examples, not sources. */
function assumption(unit: string, value: number, source: string): CostDefault {
  return { key: '', region: 'any', unit, low: value, mode: value, high: value, grade: 'D', source };
}

const LITERAL =
  "assumption; the article's staffing taken literally: 12 people for 2 to 3 models by hand, 8 for 50 on a platform";

/** The default behind an input in a currency: the research knows one salary in EUR, everything else is in USD. */
export function defaultIn(currency: string, path: string): CostDefault | null {
  if (path === 'loadedAnnual' && currency === 'EUR') return defaultOf('ml_engineer_loaded', 'DE/EU');
  return originOf(path)?.origin ?? null;
}

/** Whether the amount was taken from a source in another currency, number for number. */
export function isUnconverted(currency: string, { unit }: Pick<CostDefault, 'unit'>): boolean {
  // FTE are people, not a currency.
  const named = /\b(?!FTE\b)([A-Z]{3})\b/.exec(unit)?.[1];
  return named !== undefined && named !== currency;
}

/** Where the value of an input comes from when a scenario is made from a preset. */
export function presetOrigin(preset: PresetId, currency: string, path: string, value: number | null): CostDefault {
  if (preset === 'article' && /\.(modelsPerEngineer|minEngineers|operateFte)$/.test(path)) {
    return assumption('people', value ?? 0, LITERAL);
  }
  const known = defaultIn(currency, path);
  if (known) return known;
  if (path.startsWith('newModels.')) {
    return assumption('models', value ?? 0, 'assumption; growth of the worked cases: enter your own plan');
  }
  return assumption('', value ?? 0, 'assumption; left out of the case until somebody enters it');
}
