import type { MeasureKey } from '../measured/measured';
import type { CautionQuestion } from './cautions';
import { saysGapsTaken } from './gap-lines';
import { type InvestmentInputs, LEVEL_KEYS } from './inputs';
import { isMoney, numberAt } from './scenario-inputs';
import { isUnconverted } from './scenario-origins';
import type { PresetId } from './scenario-presets';

/** Where a value of an input came from: only what the cautions ask for. */
type KnownOrigin =
  | { readonly kind: 'assumption'; readonly unit: string; readonly grade: string }
  | { readonly kind: 'measured'; readonly measure: MeasureKey }
  | { readonly kind: 'entered'; readonly note: string };

/** An input as it is kept, with what it was before, newest first. */
export interface KnownInput {
  readonly path: string;
  readonly value: number | null;
  readonly origin: KnownOrigin;
  readonly trail: readonly { readonly origin: KnownOrigin }[];
}

/** Since the last default, gaps that became cost lines were taken out of it. */
function wasReduced({ origin, trail }: KnownInput): boolean {
  const all = [origin, ...trail.map((entry) => entry.origin)];
  const reset = all.findIndex(({ kind }) => kind === 'assumption');
  const since = reset === -1 ? all : all.slice(0, reset);
  return since.some((one) => one.kind === 'entered' && saysGapsTaken(one.note));
}

/** What is known of the inputs beside their numbers. */
export interface KnownInputs extends Omit<CautionQuestion, 'inputs' | 'pair' | 'currency' | 'noted'> {
  /** Figures that count in an amount that is quoted: two as long as an input is a guess (grade D), otherwise three. */
  readonly digits: number;
}

const isGuess = ({ value, origin }: KnownInput): boolean =>
  value !== null && origin.kind === 'assumption' && origin.unit !== '' && origin.grade === 'D';

/** What the cautions have to know of the inputs; a number that differs from what is kept was just entered. */
export function knownInputs(
  inputs: InvestmentInputs,
  items: readonly KnownInput[],
  currency: string,
  preset: PresetId | null,
): KnownInputs {
  const kept = items.filter(({ path, value }) => numberAt(inputs, path) === value);
  const assumed = kept.filter(({ origin }) => origin.kind === 'assumption');
  const foreign = assumed.filter(
    ({ path, origin }) => origin.kind === 'assumption' && isMoney(path) && isUnconverted(currency, origin),
  );
  const investments = LEVEL_KEYS.flatMap((key) => {
    const item = items.find(({ path }) => path === `levels.${key}.investment`);
    return item && wasReduced(item) ? [key] : [];
  });
  return {
    assumed: new Set(assumed.map(({ path }) => path)),
    unconverted: new Set(foreign.map(({ path }) => path)),
    reduced: new Set(investments),
    articleStaffing: preset === 'article',
    measured: new Map(
      kept.flatMap(({ path, origin }) => (origin.kind === 'measured' ? [[path, origin.measure] as const] : [])),
    ),
    digits: assumed.some(isGuess) ? 2 : 3,
  };
}
