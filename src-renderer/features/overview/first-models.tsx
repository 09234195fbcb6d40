import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { SampleWay } from '../../components/ways-in/sample-way';
import { WaysIn } from '../../components/ways-in/ways-in';
import styles from './overview.module.css';
import { useAddModel } from './use-add-model';

/** What this page can say by which source, in place of empty charts. */
const BRINGS = [
  ['How many models run, whose they are, which review is due', 'yes', '–', '–', '–'],
  ['Which level is needed', 'yes', 'as stated', '–', '–'],
  ['Which level is held, and what is missing', '–', 'yes', '–', '–'],
  ['What the next level costs, and when it pays back', 'in part', 'as stated', '–', 'in part'],
  ['Which models have drifted or gone silent', '–', '–', 'yes', '–'],
  ['How long incidents last, and which of them drift announced', '–', '–', 'in part', 'yes'],
] as const;
const SOURCES = ['Inventory', 'Assessment', 'Drift results', 'Incidents'] as const;

/** The first day: three ways to begin in place, and what each source lets this page say. */
export function FirstModels({ settings }: { readonly settings: Settings }): ReactNode {
  const add = useAddModel();
  return (
    <div className={styles.column}>
      <WaysIn
        thresholds={settings.levelThresholds}
        sample={<SampleWay label="Look at the sample" />}
        more={
          <Button variant="default" onClick={() => void add()}>
            Add a model
          </Button>
        }
      />
      <section className="mf-panel" aria-labelledby="brings">
        <h2 className="mf-panel-title" id="brings">
          What each source brings
        </h2>
        <p className="mf-panel-hint">As stated: by the numbers that an assessment is told, and marked so.</p>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">What this page can then say</th>
              {SOURCES.map((source) => (
                <th key={source} scope="col">
                  {source}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {BRINGS.map(([what, ...by]) => (
              <tr key={what}>
                <th scope="row" className={styles.brings}>
                  {what}
                </th>
                {by.map((word, at) => (
                  <td key={SOURCES[at]} className={word === 'yes' ? styles.yes : styles.muted}>
                    {word}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
