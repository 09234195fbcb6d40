import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { Panel } from '../../components/ui/panel';
import { bandRows, sayAlarms } from './band-rows';
import { NumberSetting } from './number-setting';

type BandTable = Output<'drift.bands'>;

function RetrainingWindows({ table }: { readonly table: BandTable }): ReactNode {
  const { run } = useCommand('drift.setRules');
  return (
    <NumberSetting
      label="Retraining is due after"
      unit="windows at act"
      value={table.retrainingWindows}
      min={1}
      max={100}
      whole
      save={async (value) => (await run({ retrainingWindows: value })) !== null}
    />
  );
}

/** From where a figure is watched and from where something is to be done, with what that costs in false alarms. */
export function DriftBandsPanel(): ReactNode {
  const { data: table } = useChannel('drift.bands', {});
  const { data: alarms } = useChannel('drift.falseAlarms', {});
  const { run } = useCommand('drift.setBand');
  if (!table) return null;
  const rows = bandRows(table, alarms);
  const exceptions = table.overrides.length;
  return (
    <Panel
      title="When a figure counts as drift"
      hint={`Version ${table.version}. Below ${table.fewestRows} rows a side there is no verdict.${exceptions === 0 ? '' : ` ${exceptions} bands of single tiers or models go before these.`}`}
    >
      {rows.map(({ metric, label, bands, side, expected }) => (
        <div key={metric} className="mf-settings-band">
          <div className="mf-settings-fields">
            {(['watch', 'act'] as const).map((limit) => (
              <NumberSetting
                key={limit}
                label={`${label}: ${limit}`}
                unit={side}
                value={bands[limit]}
                min={0}
                max={1_000_000}
                whole={false}
                save={async (value) => (await run({ metric, bands: { ...bands, [limit]: value } })) !== null}
              />
            ))}
          </div>
          <p className="mf-muted">{expected}</p>
        </div>
      ))}
      <div className="mf-settings-fields">
        <RetrainingWindows table={table} />
      </div>
      {alarms && alarms.series > 0 ? <p className="mf-muted">{sayAlarms(alarms)}</p> : null}
    </Panel>
  );
}
