import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { PEOPLE_QUESTION, previewPeople, withHours } from '#domain/scenarios/options/people-question';
import { incidentHoursOf } from '#domain/scenarios/plan/incident-follow';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { localDay } from '../../../lib/local-day';
import type { Scenario } from '../page/scenario-types';
import { keepScenario } from '../page/use-scenario-draft';
import styles from './people.module.css';
import { answerOf, likelyOf, type PeopleForm } from './people-form';
import { impliedWords, previewWords, readingWords, runCostWords } from './people-words';

const NUMBERS = [
  ['least', 'Least'],
  ['likely', 'Most likely'],
  ['most', 'Most'],
] as const;

interface PeopleDialogProps {
  readonly scenario: Scenario;
  readonly onClose: () => void;
  /** Keeps first what is still being typed elsewhere. */
  readonly before?: () => Promise<void>;
}

/** The one question about today's people, beside what the plan takes for granted. */
export function PeopleDialog({ scenario, onClose, before }: PeopleDialogProps): ReactNode {
  const { id, currency, inputs, items } = scenario;
  const { data } = useChannel('scenarios.people', { id });
  const { run, pending } = useCommand('scenarios.calibrate');
  const [failure, setFailure] = useState('');
  const [form, setForm] = useState<PeopleForm>({
    least: '',
    likely: '',
    most: '',
    by: '',
    day: localDay(new Date()),
    above: 'absolute',
  });
  const put = (part: Partial<PeopleForm>): void => {
    setForm({ ...form, ...part });
    setFailure('');
  };
  const likely = likelyOf(form);
  const preview = useMemo(
    () => (likely === null ? null : previewPeople(withHours(inputs, incidentHoursOf(items)), likely)),
    [inputs, items, likely],
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = answerOf(form);
    if (typeof answer === 'string') return setFailure(answer);
    await before?.();
    const kept = await run({ id, ...answer });
    if (kept === null) return;
    await keepScenario(kept);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size={620} title="The people of today" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles.question}>{PEOPLE_QUESTION}</p>
        <div className={styles.numbers}>
          {NUMBERS.map(([key, label]) => (
            <TextInput
              key={key}
              label={label}
              aria-label={`${label}, full-time people`}
              inputMode="decimal"
              value={form[key]}
              onChange={(event) => put({ [key]: event.currentTarget.value })}
              {...(key === 'likely' ? { 'data-autofocus': true, withAsterisk: true } : {})}
            />
          ))}
          <TextInput
            label="Who says so"
            withAsterisk
            maxLength={200}
            value={form.by}
            onChange={(event) => put({ by: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="On which day"
            value={form.day}
            onChange={(event) => put({ day: event.currentTarget.value })}
          />
        </div>
        {data ? (
          <p className="mf-muted">
            {impliedWords(data)} {runCostWords(data, currency)}
          </p>
        ) : null}
        <div role="status">
          {preview === null ? null : (
            <>
              <p>{previewWords(preview)}</p>
              <Radio.Group
                className={styles.readings ?? ''}
                label="The levels above"
                description="Both are readings of the same answer; the figures are present values over the plan."
                value={form.above}
                onChange={(value) => put({ above: value === 'inProportion' ? 'inProportion' : 'absolute' })}
              >
                {preview.readings.map((reading) => (
                  <Radio
                    key={reading.above}
                    className={styles.reading ?? ''}
                    value={reading.above}
                    label={readingWords(reading, currency)}
                  />
                ))}
              </Radio.Group>
            </>
          )}
        </div>
        {failure === '' ? null : (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Take it into the plan
          </Button>
        </div>
      </form>
    </Modal>
  );
}
