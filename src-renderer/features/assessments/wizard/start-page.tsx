import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { topUnit } from '#domain/base/unit-path';
import { useChannel } from '../../../client/use-query';
import { PageHeader } from '../../../components/ui/page-header';
import { ErrorState, Loading } from '../../../components/ui/states';
import { useStartNumbers } from '../../../stores/start-numbers';
import { AnswerPanel } from './answer-panel';
import type { Demand } from './assessment-types';
import { DemandPanel } from './demand-panel';
import { LaunchPanel } from './launch-panel';
import styles from './start.module.css';
import { NEW_DRAFT, type StartDraft, startHeadline, startWords } from './start-form';
import { useStartAnswer, useStartTarget } from './use-start';

/** What was typed on the first page stands in the fields, once. */
function firstDraft(): StartDraft {
  const { models, updates } = useStartNumbers.getState();
  return { ...NEW_DRAFT, ...(models !== '' && { models }), ...(updates !== '' && { updates }) };
}

interface StartFormProps {
  readonly demand: Demand;
  readonly settings: Settings;
  readonly unit: string;
  readonly units: readonly string[];
  readonly onUnit: (unit: string) => void;
}

function StartForm({ demand, settings, unit, units, onUnit }: StartFormProps): ReactNode {
  const [draft, setDraft] = useState<StartDraft>(firstDraft);
  useEffect(() => useStartNumbers.getState().put({ models: '', updates: '' }), []);
  const answer = useStartAnswer(draft, demand, settings);
  const target = useStartTarget(answer.recommendation.level, answer.inputs.highRisk);
  return (
    <>
      <PageHeader
        headline={startHeadline(answer.inputs, answer.recommendation.level)}
        subline={startWords(demand, unit, answer.inputs)}
        actions={
          <Link to="/assessments" className={styles.back}>
            All assessments
          </Link>
        }
      />
      <div className={styles.layout}>
        <div className={styles.column}>
          <DemandPanel
            draft={draft}
            reading={answer}
            demand={demand}
            settings={settings}
            unit={unit}
            units={units}
            onUnit={onUnit}
            onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
          />
          <LaunchPanel answer={answer} demand={demand} target={target} unit={unit} />
        </div>
        <div className={styles.column}>
          <AnswerPanel answer={answer} thresholds={settings.levelThresholds} />
        </div>
      </div>
    </>
  );
}

/** Units with what lies above them: an assessment may be about a division or one of its teams. */
const unitsOf = (values: readonly string[]): readonly string[] =>
  [...new Set(values.flatMap((value) => [topUnit(value), value]))].filter((value) => value !== '').sort();

/** Which level is needed, from models × update frequency, and the start of an assessment against it. */
export function StartPage(): ReactNode {
  const [unit, setUnit] = useState('');
  const demand = useChannel('assessments.demand', { unit });
  const settings = useChannel('settings.get', {});
  const facets = useChannel('models.facets', {});
  const error = demand.error ?? settings.error;
  if (error !== null) return <ErrorState error={error} retry={() => void demand.refetch()} />;
  if (demand.data === undefined || settings.data === undefined) {
    return <Loading rows={14} label="Counting the portfolio" />;
  }
  const units = unitsOf(facets.data?.units.map(({ value }) => value) ?? []);
  return <StartForm demand={demand.data} settings={settings.data} unit={unit} units={units} onUnit={setUnit} />;
}
