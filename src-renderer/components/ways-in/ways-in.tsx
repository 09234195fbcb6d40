import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LevelThresholds } from '#domain/level/level-thresholds';
import { runCommand } from '../../commands/registry';
import { useStartNumbers } from '../../stores/start-numbers';
import { readNumbers } from './two-numbers';
import './ways-in.css';

interface WayProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
  readonly action: ReactNode;
}

/** One of the ways to begin: what it gives, the beginning itself, and its button. */
export function Way({ title, text, children, action }: WayProps): ReactNode {
  return (
    <section className="mf-panel mf-waycard" aria-label={title}>
      <h2 className="mf-waycard-title">{title}</h2>
      <p className="mf-muted">{text}</p>
      <div className="mf-waycard-body">{children}</div>
      <div className="mf-waycard-action">{action}</div>
    </section>
  );
}

function ImportWay({ more }: { readonly more?: ReactNode }): ReactNode {
  return (
    <Way
      title="Import an inventory"
      text="A list of models from a spreadsheet, one a row. You see what each row would become before anything is stored."
      action={
        <>
          <Button onClick={() => runCommand('file.import')}>Import a spreadsheet</Button>
          {more}
        </>
      }
    >
      {/* The whole window takes files; this says so where it is looked for. */}
      <div className="mf-waycard-drop">
        <strong>Drop a file here</strong>
        <span>XLSX, ODS, CSV, JSON or ZIP; sheet, columns and encoding are found</span>
      </div>
    </Way>
  );
}

function AssessWay({ thresholds }: { readonly thresholds: LevelThresholds | undefined }): ReactNode {
  const { models, updates, put } = useStartNumbers();
  const { recommendation, problems } = readNumbers({ models, updates }, thresholds);
  return (
    <Way
      title="Start with an assessment"
      text="No inventory at hand: two numbers say which level is needed, thirty questions which one is held."
      action={
        <Button variant="default" onClick={() => runCommand('assessment.start')}>
          Start an assessment
        </Button>
      }
    >
      <div className="mf-waycard-numbers">
        <TextInput
          label="Models in production"
          inputMode="numeric"
          value={models}
          error={problems.models}
          onChange={(event) => put({ models: event.currentTarget.value })}
        />
        <TextInput
          label="Updates a year of each"
          inputMode="decimal"
          value={updates}
          error={problems.updates}
          onChange={(event) => put({ updates: event.currentTarget.value })}
        />
      </div>
      <p role="status" className={recommendation ? '' : 'mf-muted'}>
        {recommendation ? (
          <>
            <strong>By the rule of thumb: level {recommendation.level}.</strong> {recommendation.reason}
          </>
        ) : (
          'Say 14 models and 12 updates: the level that they need stands here.'
        )}
      </p>
    </Way>
  );
}

interface WaysInProps {
  /** The way to the sample, which knows whether one is being made. */
  readonly sample: ReactNode;
  /** Beside the import: what else brings a model in. */
  readonly more?: ReactNode;
  /** Of the open portfolio; left out: none is open. */
  readonly thresholds?: LevelThresholds | undefined;
}

/** Three ways to begin, each of which can be begun in place. */
export function WaysIn({ sample, more, thresholds }: WaysInProps): ReactNode {
  return (
    <div className="mf-ways">
      <ImportWay more={more} />
      <AssessWay thresholds={thresholds} />
      {sample}
    </div>
  );
}
