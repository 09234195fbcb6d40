import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { systemLocale } from '../../client/own-forms';
import { useCommand } from '../../client/use-command';
import { exampleOf, localeChoices } from '../../lib/locales';

const SYSTEM = 'system';

interface Props {
  /** `null`: as the computer has it. */
  readonly forms: string | null;
}

/** In whose forms numbers, days and amounts are written and typed, on the screen and on paper. */
export function FormsSetting({ forms }: Props): ReactNode {
  const { run } = useCommand('workspace.setForms');
  const save = async (choice: string): Promise<void> => {
    const saved = await run({ locale: choice === SYSTEM ? null : choice });
    // Everything that stands on the screen was written in the old ones.
    if (saved) window.location.reload();
  };
  const system = { value: SYSTEM, label: `As this computer: ${exampleOf(systemLocale())}` };
  return (
    <Select
      label="Numbers, dates and money"
      description="How they are written and typed, here and in reports and lists that you make; the sentences stay English."
      data={[system, ...localeChoices(...(forms === null ? [] : [forms]))]}
      value={forms ?? SYSTEM}
      allowDeselect={false}
      searchable
      onChange={(choice) => choice && void save(choice)}
    />
  );
}
