import { useCommands } from '../../../commands/registry';
import type { WizardAction } from './wizard-keys';

/** The wizard's keys in the palette and in the sheet of shortcuts. */
export function useWizardCommands(act: (action: WizardAction) => void, nextUnanswered: () => void): void {
  const group = 'Assessment' as const;
  useCommands([
    ...([0, 1, 2, 3] as const).map((value) => ({
      id: `wizard.answer${value}`,
      label: `Answer ${value}`,
      group,
      shortcut: String(value),
      run: () => act({ kind: 'choose', value }),
    })),
    {
      id: 'wizard.unknown',
      label: 'Answer unknown',
      group,
      shortcut: 'U',
      run: () => act({ kind: 'choose', value: 'unknown' }),
    },
    {
      id: 'wizard.notApplicable',
      label: 'Not applicable, with a reason',
      group,
      shortcut: 'N',
      run: () => act({ kind: 'choose', value: 'not_applicable' }),
    },
    { id: 'wizard.grade', label: 'Next evidence grade', group, shortcut: 'G', run: () => act({ kind: 'grade' }) },
    {
      id: 'wizard.person',
      label: 'Answer as the next person',
      group,
      shortcut: 'P',
      run: () => act({ kind: 'person' }),
    },
    { id: 'wizard.next', label: 'Next question (Enter, Page Down, →)', group, run: () => act({ kind: 'next' }) },
    { id: 'wizard.previous', label: 'Previous question (Page Up, ←)', group, run: () => act({ kind: 'previous' }) },
    { id: 'wizard.nextUnanswered', label: 'Next unanswered question', group, shortcut: 'J', run: nextUnanswered },
  ]);
}
