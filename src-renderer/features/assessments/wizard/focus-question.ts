export const QUESTION_ID = 'wizard-question';

/** The keys that answer are heard from anywhere but a control; from the question on they are read out as well. */
export const focusQuestion = (): void => document.getElementById(QUESTION_ID)?.focus({ preventScroll: true });
