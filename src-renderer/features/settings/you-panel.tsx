import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommand } from '../../client/use-command';
import { notify } from '../../components/ui/notify';
import { Panel } from '../../components/ui/panel';
import { FormsSetting } from './forms-setting';
import { TextSetting } from './text-setting';

interface Props {
  readonly yourName: string;
  readonly forms: string | null;
}

export function YouPanel({ yourName, forms }: Props): ReactNode {
  const { run } = useCommand('workspace.setYourName');
  const save = async (name: string): Promise<boolean> => {
    const saved = await run({ name });
    if (saved) notify({ message: `The journal now calls you ${saved.yourName}.` });
    return saved !== null;
  };
  return (
    <Panel title="You" hint="Kept on this computer, not in the portfolio.">
      <Stack gap="md">
        <TextSetting
          label="Your name"
          description="Stands in the journal beside what you change from now on"
          value={yourName}
          maxLength={120}
          missing="Write a name, so that the journal can say who made a change."
          save={save}
        />
        <FormsSetting forms={forms} />
      </Stack>
    </Panel>
  );
}
