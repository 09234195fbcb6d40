import type { ReactNode } from 'react';
import { PageHeader } from '../../../components/ui/page-header';
import styles from './scenario.module.css';
import { ScenarioMenu } from './scenario-menu';
import type { Scenario } from './scenario-types';
import type { ScenarioPatch } from './use-scenario-draft';

interface ScenarioHeaderProps {
  readonly scenario: Scenario;
  readonly compare: string;
  readonly patch: (patch: ScenarioPatch) => Promise<boolean>;
  readonly headline: string;
  readonly subline: string;
  /** The what-if questions that are on, in words. */
  readonly asked: readonly string[];
}

/** The finding, and what can be done with the scenario. */
export function ScenarioHeader(props: ScenarioHeaderProps): ReactNode {
  const { scenario, compare, patch, headline, subline, asked } = props;
  return (
    <PageHeader
      headline={headline}
      subline={
        <>
          {asked.length > 0 ? <strong className={styles.story}>What if: {asked.join(', ')}. </strong> : null}
          {subline}
        </>
      }
      actions={<ScenarioMenu scenario={scenario} compare={compare} patch={patch} />}
    />
  );
}
