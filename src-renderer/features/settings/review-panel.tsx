import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { REVIEW_EVENTS, type ReviewEventKind } from '#domain/governance/vocabulary';
import { TIERS, type Tier } from '#domain/vocabulary';
import { Panel } from '../../components/ui/panel';
import { NumberSetting } from './number-setting';
import { useSaveSettings } from './use-save-settings';

const KEYS: Readonly<Record<Tier, 'tier1' | 'tier2' | 'tier3'>> = { 1: 'tier1', 2: 'tier2', 3: 'tier3' };

const EVENT_LABELS: Readonly<Record<ReviewEventKind, string>> = {
  incident: 'After an incident of SEV 1 or 2',
  drift: 'After drift at act',
  change: 'After a substantial change',
  release: 'After a release nobody approved',
};

interface ReviewPanelProps {
  readonly reviewMonths: Settings['reviewMonths'];
  readonly approvalGates: Settings['approvalGates'];
  readonly reviewEventDays: Settings['reviewEventDays'];
}

/** When models of a tier are reviewed, and whether they go live only with an approval. */
export function ReviewPanel({ reviewMonths, approvalGates, reviewEventDays }: ReviewPanelProps): ReactNode {
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
      <p className="mf-muted">
        Events bring a review forward: so many days after one it is due, unless its regular day comes first. House
        rules, as the intervals above; 0: calls for none.
      </p>
      <div className="mf-settings-tiers">
        {REVIEW_EVENTS.map((event) => (
          <NumberSetting
            key={event}
            label={EVENT_LABELS[event]}
            unit="days"
            value={reviewEventDays[event]}
            min={0}
            max={1000}
            whole
            save={(value) => save({ reviewEventDays: { [event]: value } })}
          />
        ))}
      </div>
    </Panel>
  );
}
