import { Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { formatDateTime } from '../../lib/format';
import { NumberSetting } from './number-setting';

type Backups = Output<'backups.list'>;

/** When backups are made without being asked for, what they may take, and what went wrong with the last one. */
export function BackupRuleFields({ rule, failed }: Pick<Backups, 'rule' | 'failed'>): ReactNode {
  const { run } = useCommand('backups.setRule');
  /** What was switched here; the engine's answer follows it. */
  const [switched, setSwitched] = useState<boolean | null>(null);
  const change = async (automatic: boolean): Promise<void> => {
    setSwitched(automatic);
    if ((await run({ automatic })) === null) setSwitched(null);
  };
  return (
    <div className="mf-backup-rule">
      <Switch
        label="Back up by itself"
        description="Before imports and changes of many rows, and once a day when something changed. Kept: all of 24 hours, one a day for 30 days, one a month for 12 months. What you asked for stays until you delete it."
        checked={switched ?? rule.automatic}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      <NumberSetting
        label="Take at most"
        unit="MB a portfolio"
        value={rule.budgetMb}
        min={10}
        max={1_000_000}
        whole
        save={async (budgetMb) => (await run({ budgetMb })) !== null}
      />
      {failed && (
        <p className="mf-backup-failed" role="status">
          No backup was made at {formatDateTime(failed.at)}. {failed.message}
        </p>
      )}
    </div>
  );
}
