import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { TIERS, type Tier } from '#domain/vocabulary';
import { Panel } from '../../components/ui/panel';
import { NumberSetting } from './number-setting';
import { useSaveSettings } from './use-save-settings';

const KEYS: Readonly<Record<Tier, 'tier1' | 'tier2' | 'tier3'>> = { 1: 'tier1', 2: 'tier2', 3: 'tier3' };

interface ReviewPanelProps {
  readonly reviewMonths: Settings['reviewMonths'];
  readonly approvalGates: Settings['approvalGates'];
}

/** When models of a tier are reviewed, and whether they go live only with an approval. */
export function ReviewPanel({ reviewMonths, approvalGates }: ReviewPanelProps): ReactNode {
  const save = useSaveSettings();
  return (
    <Panel
      title="Reviews and approvals by tier"
      hint="Tier 1 is the most material. A typed review date of a model goes before these."
    >
      <div className="mf-settings-tiers">
        {TIERS.map((tier) => (
          <div className="mf-settings-tier" key={tier}>
            <NumberSetting
              label={`Tier ${tier}, reviewed every`}
              unit="months"
              value={reviewMonths[KEYS[tier]]}
              min={1}
              max={120}
              whole
              save={(value) => save({ reviewMonths: { [KEYS[tier]]: value } })}
            />
            <Switch
              label="Deployed only with an approval"
              aria-label={`Tier ${tier} is deployed only with an approval`}
              checked={approvalGates[KEYS[tier]]}
              onChange={(event) => void save({ approvalGates: { [KEYS[tier]]: event.currentTarget.checked } })}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}
