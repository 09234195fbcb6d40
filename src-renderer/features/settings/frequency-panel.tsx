import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { UPDATE_FREQUENCIES, UPDATE_FREQUENCY_LABELS } from '#domain/vocabulary';
import { Panel } from '../../components/ui/panel';
import { NumberSetting } from './number-setting';
import { useSaveSettings } from './use-save-settings';

/** How many releases a year each word for a frequency stands for. */
export function FrequencyPanel(props: { readonly updatesPerYear: Settings['updatesPerYear'] }): ReactNode {
  const save = useSaveSettings();
  return (
    <Panel
      title="Updates a year"
      hint="The release load of the portfolio is the sum of these over its models in production."
    >
      <div className="mf-settings-fields">
        {UPDATE_FREQUENCIES.map((frequency) => (
          <NumberSetting
            key={frequency}
            label={UPDATE_FREQUENCY_LABELS[frequency]}
            unit="a year"
            value={props.updatesPerYear[frequency]}
            min={0}
            max={100_000}
            whole={false}
            save={(value) => save({ updatesPerYear: { [frequency]: value } })}
          />
        ))}
      </div>
    </Panel>
  );
}
