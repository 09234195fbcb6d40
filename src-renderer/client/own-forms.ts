import { wellFormedLocale, writeFor } from '#domain/base/forms';
import { call } from './call';

/** The forms of this computer, where nobody chose others. */
export const systemLocale = (): string => wellFormedLocale(navigator.language);

/**
 * Takes over the forms in which this person reads, before anything is drawn. An engine that does not answer yet costs no
 * window: the computer's own are taken.
 */
export async function takeOwnForms(): Promise<void> {
  writeFor(systemLocale());
  try {
    const { forms } = await call('workspace.status', {});
    if (forms !== null) writeFor(forms);
  } catch {
    // What is wrong with the engine is said where its answers would stand.
  }
}
