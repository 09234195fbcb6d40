import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { notifyFailure } from '../../components/ui/notify';
import { Panel } from '../../components/ui/panel';
import { NumberSetting } from './number-setting';
import { thresholdProblem } from './threshold-problem';
import { useSaveSettings } from './use-save-settings';

type Thresholds = Settings['levelThresholds'];

const FIELDS = [
  { key: 'countLevel1', label: 'Level 1, at most', unit: 'models', whole: true },
  { key: 'countLevel2', label: 'Level 2, at most', unit: 'models', whole: true },
  { key: 'loadLevel1', label: 'Level 1, at most', unit: 'releases a year', whole: false },
  { key: 'loadLevel2', label: 'Level 2, at most', unit: 'releases a year', whole: false },
  { key: 'capBelow', label: 'Never above level 2 with fewer than', unit: 'models', whole: true },
] as const;

/** The table behind the recommended level: a heuristic, shown as one. */
export function ThresholdPanel({ thresholds }: { readonly thresholds: Thresholds }): ReactNode {
  const save = useSaveSettings();
  const keep = async (key: (typeof FIELDS)[number]['key'], value: number): Promise<boolean> => {
    const problem = thresholdProblem({ ...thresholds, [key]: value });
    if (problem === '') return save({ levelThresholds: { [key]: value } });
    notifyFailure(problem);
    return false;
  };
  return (
    <Panel
      title="Which level a portfolio needs"
      hint={`A heuristic, version ${thresholds.version}: nobody publishes numeric limits. The higher of the two readings counts.`}
    >
      <div className="mf-settings-fields">
        {FIELDS.map(({ key, label, unit, whole }) => (
          <NumberSetting
            key={key}
            label={label}
            unit={unit}
            value={thresholds[key]}
            min={0}
            max={1_000_000}
            whole={whole}
            save={(value) => keep(key, value)}
          />
        ))}
      </div>
      <ul className="mf-settings-reasons">
        <li>Built and deployed by hand, three models with rare updates can be kept; past five it breaks.</li>
        <li>
          Pipelines, a registry and basic monitoring carry 3 to 20 models; about one release a working day is their
          limit.
        </li>
        <li>
          Continuous training, automated tests and audit trails pay from 20 models on; below five they are over-built.
        </li>
      </ul>
    </Panel>
  );
}
