import type { AnswerValue } from '#domain/assessments/questions/question';

export type WizardAction =
  | { readonly kind: 'choose'; readonly value: AnswerValue | 'unknown' | 'not_applicable' }
  | { readonly kind: 'grade' }
  | { readonly kind: 'person' }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' };

export interface WizardKeyContext {
  /** Typing means text. */
  readonly inField: boolean;
  /** A dialog or an open menu is spoken to. */
  readonly inOverlay: boolean;
  /** A button or a link has the focus: Enter is its own. */
  readonly onControl: boolean;
  /** That button is the answer that is chosen already: pressing it again would change nothing. */
  readonly onChosen: boolean;
  /** Keys that are characters may be switched off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

const CHARACTERS: Readonly<Record<string, WizardAction>> = {
  '0': { kind: 'choose', value: 0 },
  '1': { kind: 'choose', value: 1 },
  '2': { kind: 'choose', value: 2 },
  '3': { kind: 'choose', value: 3 },
  u: { kind: 'choose', value: 'unknown' },
  n: { kind: 'choose', value: 'not_applicable' },
  g: { kind: 'grade' },
  p: { kind: 'person' },
};
const MOVES: Readonly<Record<string, WizardAction>> = {
  arrowright: { kind: 'next' },
  arrowdown: { kind: 'next' },
  pagedown: { kind: 'next' },
  arrowleft: { kind: 'previous' },
  arrowup: { kind: 'previous' },
  pageup: { kind: 'previous' },
};

const own = (table: Readonly<Record<string, WizardAction>>, chord: string): WizardAction | null =>
  Object.hasOwn(table, chord) ? (table[chord] ?? null) : null;

/** What a key press means in the wizard; `chord` as `chordOf` writes it, so that one with Ctrl or Alt is never ours. */
export function wizardAction(chord: string, context: WizardKeyContext): WizardAction | null {
  if (context.inField || context.inOverlay) return null;
  if (chord === 'enter') return context.onControl && !context.onChosen ? null : { kind: 'next' };
  return own(MOVES, chord) ?? (context.singleKeys ? own(CHARACTERS, chord) : null);
}
