import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Input } from '#contract/index';
import { COMPONENT_LABELS, COMPONENTS, type Component } from '#domain/assessments/components';
import { useCommand } from '../../../client/use-command';
import { meanText } from '../../../components/level/mean-text';
import { formatNumber, formatShare } from '../../../lib/format';
import { NumberField } from './number-field';
import styles from './result.module.css';
import { SECTIONS } from './result-nav';
import { type Result, readResult } from './result-score';
import { scoreChange } from './score-change';
import { Section } from './section';

type Patch = Input<'assessments.update'>['patch'];
type Level = 1 | 2 | 3;

const LEVELS: readonly Level[] = [1, 2, 3];
const levelOf = (text: string): Level => LEVELS.find((level) => String(level) === text) ?? 1;

interface TargetSelectProps {
  readonly label: string;
  readonly value: Level;
  readonly disabled: boolean;
  readonly hidden: boolean;
  readonly onChange: (level: Level) => void;
}

function TargetSelect({ label, value, disabled, hidden, onChange }: TargetSelectProps): ReactNode {
  return (
    <NativeSelect
      size="xs"
      className={hidden ? styles.numberCell : styles.numberField}
      {...(hidden ? {} : { label })}
      aria-label={label}
      disabled={disabled}
      value={String(value)}
      onChange={(event) => onChange(levelOf(event.currentTarget.value))}
      data={LEVELS.map((level) => ({ value: String(level), label: `Level ${level}` }))}
    />
  );
}

interface LineProps {
  readonly component: Component;
  readonly result: Result;
  readonly disabled: boolean;
  readonly change: (patch: Patch) => void;
}

function Line({ component, result: { assessment, score }, disabled, change }: LineProps): ReactNode {
  const label = COMPONENT_LABELS[component];
  const own = score.components[component];
  return (
    <tr>
      <th scope="row" className={styles.topic}>
        {label}
      </th>
      <td>
        <TargetSelect
          hidden
          label={`Target of ${label}`}
          value={own.target}
          disabled={disabled}
          onChange={(level) => change({ componentTargets: { ...assessment.componentTargets, [component]: level } })}
        />
      </td>
      <td>
        <NumberField
          hiddenLabel
          label={`Weight of ${label}`}
          min={0}
          max={10}
          whole={false}
          disabled={disabled}
          value={assessment.weights[component] ?? 1}
          onCommit={(weight) => change({ weights: { ...assessment.weights, [component]: weight } })}
        />
      </td>
      <td className="mf-number">{meanText(own.mean)}</td>
      <td className="mf-number">{own.percentToTarget === null ? '–' : formatShare(own.percentToTarget)}</td>
      <td className="mf-number">{formatNumber(own.gaps.length)}</td>
    </tr>
  );
}

function hintFor({ assessment }: Result): string {
  if (assessment.status === 'finished') {
    return 'A finished assessment keeps its targets and weights with its result. Open it again to change them.';
  }
  const regulated = assessment.inputs.highRisk
    ? ' A high-risk or regulated model is in scope, so governance starts one level higher.'
    : '';
  return `A target decides what counts as a gap; a weight moves the overall mean only, never a level.${regulated}`;
}

/** Targets and weights of the components, with what a change of them did. */
export function TargetsPanel({ result }: { readonly result: Result }): ReactNode {
  const { assessment, score } = result;
  const [said, setSaid] = useState<readonly string[]>([]);
  const update = useCommand('assessments.update');
  const finished = assessment.status === 'finished';
  const change = async (patch: Patch): Promise<void> => {
    const reply = await update.run({ id: assessment.id, patch });
    const after = reply === null ? null : readResult(reply);
    if (after !== null) setSaid(scoreChange(score, after.score));
  };
  const own = Object.keys(assessment.weights).length + Object.keys(assessment.componentTargets).length;
  return (
    <Section
      id={SECTIONS.targets}
      title="Targets and weights"
      oneSheet
      hint={hintFor(result)}
      actions={
        !finished &&
        own > 0 && (
          <Button size="xs" variant="default" onClick={() => void change({ componentTargets: {}, weights: {} })}>
            One target, equal weights
          </Button>
        )
      }
    >
      <div className={styles.targets}>
        <TargetSelect
          hidden={false}
          label="Target of the assessment"
          value={assessment.target}
          disabled={finished}
          onChange={(target) => void change({ target })}
        />
        <table className={`mf-table ${styles.targetTable}`}>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Target</th>
              <th scope="col">Weight, 0 to 10</th>
              <th scope="col" className="mf-number">
                Mean
              </th>
              <th scope="col" className="mf-number">
                To target
              </th>
              <th scope="col" className="mf-number">
                Gaps
              </th>
            </tr>
          </thead>
          <tbody>
            {COMPONENTS.map((component) => (
              <Line
                key={component}
                component={component}
                result={result}
                disabled={finished}
                change={(patch) => void change(patch)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.said} role="status">
        {said.join(' ')}
      </p>
    </Section>
  );
}
