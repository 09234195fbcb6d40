import { useEffect, useRef } from 'react';
import { chordOf } from '../../../lib/shortcut';
import { isTextField } from '../../../lib/text-field';
import { usePreferences } from '../../../stores/preferences';
import { type WizardAction, wizardAction } from './wizard-keys';

const CONTROLS = 'a[href], button, summary, [role="button"]';
const OVERLAYS = '[aria-modal="true"], [role="listbox"], [role="menu"]';

/** Hears the wizard's keys before the shortcuts of the frame (G would begin one of theirs). */
export function useWizardKeys(act: (action: WizardAction) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.repeat) return;
      const target = event.target instanceof Element ? event.target : null;
      const control = target?.closest(CONTROLS) ?? null;
      const action = wizardAction(chordOf(event), {
        inField: isTextField(target),
        inOverlay: document.querySelector(OVERLAYS) !== null,
        onControl: control !== null,
        onChosen: control?.getAttribute('aria-pressed') === 'true' && control.hasAttribute('data-choice'),
        singleKeys: usePreferences.getState().singleKeys,
      });
      if (action === null) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
