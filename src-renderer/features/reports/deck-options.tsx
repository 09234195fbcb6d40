import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { notifyFailure } from '../../components/ui/notify';
import { Panel } from '../../components/ui/panel';
import { DressFields } from './dress-fields';
import type { ReportOptions } from './report-options';
import styles from './reports.module.css';
import { TemplateWords } from './template-words';

interface Props {
  readonly options: ReportOptions;
  readonly change: (options: ReportOptions) => void;
}

const LENGTHS = [
  { value: 'board', label: 'Board paper' },
  { value: 'steering', label: 'Steering deck' },
];

const LENGTH_WORDS: Readonly<Record<ReportOptions['length'], string>> = {
  board: 'The answer first, one message a slide: about eight slides or parts with a plan, five without.',
  steering: 'Everything that is known: after the decision every section with all of its rows.',
};

/** How long the deck is, and in whose dress. */
export function DeckOptionsPanel({ options, change }: Props): ReactNode {
  const choose = async (): Promise<void> => {
    try {
      const template = await host.pickFile('template');
      if (template) change({ ...options, template, layouts: {} });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  return (
    <Panel
      title="How much, and in whose dress"
      hint="Length and list hold for deck, PDF and page, the line for the brief too. A template of your own carries the slides: its masters, fonts and colours."
    >
      <div className={styles.options}>
        <div className={styles.choice}>
          <SegmentedControl
            aria-label="Length of deck, PDF and page"
            data={LENGTHS}
            value={options.length}
            onChange={(value) => change({ ...options, length: value === 'steering' ? 'steering' : 'board' })}
          />
          <p className="mf-muted">{LENGTH_WORDS[options.length]}</p>
          <Checkbox
            label="With a list of all models at the end"
            checked={options.models}
            onChange={(event) => change({ ...options, models: event.currentTarget.checked })}
          />
        </div>
        <DressFields options={options} change={change} />
        <div className={styles.choice}>
          <span className={styles.label}>Template</span>
          <div className={styles.buttons}>
            <Button variant="default" onClick={() => void choose()}>
              {options.template ? 'Choose another' : 'Choose a template'}
            </Button>
            {options.template && (
              <Button variant="subtle" onClick={() => change({ ...options, template: null, layouts: {} })}>
                Take our own look
              </Button>
            )}
          </div>
          {options.template ? (
            <TemplateWords file={options.template.token} options={options} change={change} />
          ) : (
            <p className="mf-muted">Our own look. A PPTX or POTX of yours replaces it.</p>
          )}
        </div>
      </div>
    </Panel>
  );
}
