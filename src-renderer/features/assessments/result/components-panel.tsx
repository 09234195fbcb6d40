import type { ReactNode } from 'react';
import { meanText } from '../../../components/level/mean-text';
import { Panel } from '../../../components/ui/panel';
import { formatShare } from '../../../lib/format';
import {
  type ComponentRow,
  componentRows,
  componentsInWords,
  levelAgainstMean,
  meanInWords,
  radarAxes,
} from './component-rows';
import styles from './components.module.css';
import { RadarView } from './radar/radar-view';
import { SECTIONS } from './result-nav';
import type { Result } from './result-score';
import { Section } from './section';

const MOST = 3;

/** The mean as a mark on the way from 0 to 3, with the band that unknown answers leave open. */
function MeanTrack({ row: { score } }: { readonly row: ComponentRow }): ReactNode {
  const percent = (value: number): string => `${(value / MOST) * 100}%`;
  const { mean, range } = score;
  return (
    <span className={styles.track} aria-hidden="true">
      {range !== null && range[1] > range[0] && (
        <span
          className={styles.trackBand}
          style={{ insetInlineStart: percent(range[0]), width: percent(range[1] - range[0]) }}
        />
      )}
      {mean !== null && <span className={styles.trackFill} style={{ width: percent(mean) }} />}
    </span>
  );
}

function Line({ row }: { readonly row: ComponentRow }): ReactNode {
  const { score } = row;
  const [low, high] = score.range ?? [0, 0];
  return (
    <tr>
      <th scope="row" className={styles.component}>
        <span className={styles.componentName}>{row.label}</span>
        {row.holdsBack && <span className={styles.holds}>◆ holds the level back</span>}
        <span className={styles.purpose}>{row.purpose}</span>
      </th>
      <td className={styles.meanCell} title={meanInWords(score)}>
        <MeanTrack row={row} />
        <span className={styles.mean}>{meanText(score.mean)}</span>
        {high > low && (
          <span className={styles.range}>
            {meanText(low)} to {meanText(high)}
          </span>
        )}
      </td>
      <td className={`mf-number ${styles.keep}`}>{row.level}</td>
      <td className="mf-number">{score.target}</td>
      <td className="mf-number">{score.percentToTarget === null ? '–' : formatShare(score.percentToTarget)}</td>
      <td className="mf-number">{formatShare(score.confidence)}</td>
    </tr>
  );
}

function ComponentTable({
  rows,
  result,
}: {
  readonly rows: readonly ComponentRow[];
  readonly result: Result;
}): ReactNode {
  const { score } = result;
  return (
    <table className={`mf-table ${styles.components}`}>
      <thead>
        <tr>
          <th scope="col">Component, and what it is for</th>
          <th scope="col">Mean, 0 to 3</th>
          <th scope="col" className="mf-number">
            Level
          </th>
          <th scope="col" className="mf-number">
            Target
          </th>
          <th scope="col" className="mf-number">
            To target
          </th>
          <th scope="col" className="mf-number">
            Confidence
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.component} row={row} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All six: the lowest level, the rest on average</th>
          <td>
            <span className={styles.mean}>{meanText(score.overallMean)}</span>
          </td>
          <td className={`mf-number ${styles.keep}`}>{score.overallLevel === 0 ? 'below 1' : score.overallLevel}</td>
          <td className="mf-number">{score.target}</td>
          <td className="mf-number">{score.percentToTarget === null ? '–' : formatShare(score.percentToTarget)}</td>
          <td className="mf-number">{formatShare(score.confidence)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The means against what the target needs, in one picture. */
export function RadarPanel({ result }: { readonly result: Result }): ReactNode {
  const rows = componentRows(result);
  return (
    <Panel title="The six components at a glance" hint={`Held against the target, level ${result.score.target}.`}>
      <RadarView axes={radarAxes(rows)} words={componentsInWords(rows)} />
    </Panel>
  );
}

/** The six components in numbers, with what each is for. */
export function ComponentsPanel({ result }: { readonly result: Result }): ReactNode {
  const rows = componentRows(result);
  const why = levelAgainstMean(rows);
  return (
    <Section
      id={SECTIONS.components}
      title="The six components"
      hint={`${componentsInWords(rows)} Confidence says how well the answers are shown; it never changes a score.`}
    >
      <ComponentTable rows={rows} result={result} />
      {why !== '' && <p className="mf-muted">{why}</p>}
    </Section>
  );
}
