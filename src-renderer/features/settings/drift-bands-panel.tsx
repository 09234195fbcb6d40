import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { TIERS, type Tier } from '#domain/vocabulary';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { Panel } from '../../components/ui/panel';
import { formatCount } from '../../lib/format';
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

const PORTFOLIO = 'portfolio';
const SCOPES = [
  { value: PORTFOLIO, label: 'Portfolio' },
  ...TIERS.map((tier) => ({ value: String(tier), label: `Tier ${tier}` })),
];

/** What goes before the portfolio's bands and is not seen here. */
function sayExceptions({ overrides }: BandTable): string {
  const models = overrides.filter(({ modelId }) => modelId !== null).length;
  const tiers = overrides.length - models;
  const parts = [
    ...(tiers === 0 ? [] : [formatCount(tiers, 'band of a tier', 'bands of tiers')]),
    ...(models === 0 ? [] : [formatCount(models, 'band of a single model', 'bands of single models')]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(' and ')} ${overrides.length === 1 ? 'goes' : 'go'} before these.`;
}

/** From where a figure is watched and from where something is to be done, with what that costs in false alarms. */
export function DriftBandsPanel(): ReactNode {
  const [tier, setTier] = useState<Tier | null>(null);
  const { data: table } = useChannel('drift.bands', {});
  const { data: alarms } = useChannel('drift.falseAlarms', tier === null ? {} : { tier }, { keepPrevious: false });
  const { run } = useCommand('drift.setBand');
  if (!table) return null;
  const rows = bandRows(table, alarms, tier);
  return (
    <Panel
      title="When a figure counts as drift"
      hint={`Version ${table.version}. Below ${table.fewestRows} rows a side there is no verdict.${tier === null ? sayExceptions(table) : ''}`}
    >
      <SegmentedControl
        size="sm"
        mb={12}
        aria-label="For which models"
        data={SCOPES}
        value={tier === null ? PORTFOLIO : String(tier)}
        onChange={(value) => setTier(TIERS.find((one) => String(one) === value) ?? null)}
      />
      {rows.map(({ metric, label, bands, own, side, expected }) => (
        <div key={`${metric} ${tier}`} className="mf-settings-band">
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
                save={async (value) => (await run({ metric, tier, bands: { ...bands, [limit]: value } })) !== null}
              />
            ))}
          </div>
          <p className="mf-muted">
            {tier === null ? '' : own ? 'Set for this tier. ' : 'As for the portfolio. '}
            {expected}
          </p>
          {own ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`${label} of tier ${tier} as for the portfolio`}
              onClick={() => void run({ metric, tier, bands: null })}
            >
              As for the portfolio
            </Button>
          ) : null}
        </div>
      ))}
      {tier === null ? (
        <div className="mf-settings-fields">
          <RetrainingWindows table={table} />
        </div>
      ) : null}
      {alarms && alarms.series > 0 ? <p className="mf-muted">{sayAlarms(alarms)}</p> : null}
    </Panel>
  );
}
