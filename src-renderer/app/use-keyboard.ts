import { useEffect } from 'react';
import { allCommands, isEnabled } from '../commands/registry';
import { chordOf } from '../lib/shortcut';
import { matchShortcut } from '../lib/shortcut-match';
import { isTextField } from '../lib/text-field';
import { usePreferences } from '../stores/preferences';

const SEQUENCE_MS = 1_200;
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

/** One listener for all shortcuts of the registry. */
export function useKeyboard(): void {
  useEffect(() => {
    let pending = '';
    let pressedAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || MODIFIERS.has(event.key)) return;
      if (event.timeStamp - pressedAt > SEQUENCE_MS) pending = '';
      const match = matchShortcut(allCommands(), chordOf(event), {
        pending,
        inField: isTextField(event.target instanceof Element ? event.target : null),
        inDialog: document.querySelector('[aria-modal="true"]') !== null,
        singleKeys: usePreferences.getState().singleKeys,
      });
      pending = match.kind === 'wait' ? match.pending : '';
      pressedAt = event.timeStamp;
      if (match.kind !== 'run') return;
      event.preventDefault();
      if (isEnabled(match.command)) match.command.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
