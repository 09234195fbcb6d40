import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BUILD_MONTHS } from '#domain/assessments/roadmap';
import { SECTIONS } from '../result-nav';
import type { Result } from '../result-score';
import { Section } from '../section';
import styles from './roadmap.module.css';
import { RoadmapChart } from './roadmap-chart';
import { RoadmapControls } from './roadmap-controls';
import { RoadmapOwners } from './roadmap-owners';
import { RoadmapTable } from './roadmap-table';
import { overloadWords, planHeadline } from './roadmap-words';
import { type RoadmapEditing, useRoadmap } from './use-roadmap';

const VIEWS = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
] as const;
type View = (typeof VIEWS)[number]['value'];

const BUILDING = `Building the capability takes ${BUILD_MONTHS.least} to ${BUILD_MONTHS.most} months: it is habits as well as tools, and no purchase shortens the habits.`;

function PlanWords({ editing: { plan, settings, said } }: { readonly editing: RoadmapEditing }): ReactNode {
  const overloads = overloadWords(plan, settings.start);
  return (
    <>
      <ul className={styles.words}>
        {plan.words.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {overloads.length > 0 && (
          <li className={styles.overload}>
            <span aria-hidden="true">▲ </span>Overloaded: {overloads.join('; ')}.
          </li>
        )}
      </ul>
      <p className={styles.said} role="status" aria-live="polite">
        {said}
      </p>
    </>
  );
}

interface RoadmapPanelProps {
  readonly result: Result;
  readonly today: string;
}

/** The way from today's answers to the target, as a plan that can be changed. */
export function RoadmapPanel({ result, today }: RoadmapPanelProps): ReactNode {
  const editing = useRoadmap(result, today);
  const [view, setView] = useState<View>('chart');
  const empty = editing.plan.items.length === 0;
  return (
    <Section
      id={SECTIONS.roadmap}
      title={`Roadmap. ${planHeadline(editing.plan)}`}
      hint={BUILDING}
      oneSheet
      actions={
        !empty && (
          <SegmentedControl
            size="xs"
            className={styles.views ?? ''}
            aria-label="Show the plan as"
            value={view}
            onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
            data={[...VIEWS]}
          />
        )
      }
    >
      {!empty && (
        <>
          <RoadmapControls editing={editing} />
          <PlanWords editing={editing} />
          {view === 'chart' ? <RoadmapChart editing={editing} /> : <RoadmapTable editing={editing} />}
          <RoadmapOwners result={result} editing={editing} />
        </>
      )}
    </Section>
  );
}
