import { Button, NativeSelect, Popover, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCommand } from '../../../client/use-command';
import type { Assessment } from './assessment-types';
import { respondentName } from './spread';
import { keepAssessment } from './use-answers';
import { respondentsOf } from './use-respondent';
import styles from './wizard.module.css';

interface SwitchProps {
  readonly assessment: Assessment;
  readonly respondent: string;
  readonly onChange: (respondent: string) => void;
}

function AddRespondent({ assessment, onChange }: SwitchProps): ReactNode {
  const update = useCommand('assessments.update');
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const respondent = name.trim();
    if (respondent === '') return;
    const known = assessment.respondents.includes(respondent);
    const respondents = known ? assessment.respondents : [...assessment.respondents, respondent];
    const kept = known ? assessment : await update.run({ id: assessment.id, patch: { respondents } });
    if (kept === null) return;
    await keepAssessment(kept);
    setName('');
    setOpened(false);
    onChange(respondent);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          Add a person
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add a person who answers">
        <form onSubmit={(event) => void add(event)} className={styles.addPerson}>
          <TextInput
            label="Who answers, too"
            description="Each person's answers are kept apart."
            maxLength={500}
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={update.pending} disabled={name.trim() === ''}>
            Add
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whose answers are given now. */
export function RespondentSwitch(props: SwitchProps): ReactNode {
  const { assessment, respondent, onChange } = props;
  const all = respondentsOf(assessment);
  return (
    <div className={styles.switch}>
      {all.length > 1 || respondent !== '' ? (
        <>
          <span className={styles.muted} id="answering-as">
            Answering as
          </span>
          <NativeSelect
            aria-labelledby="answering-as"
            data={all.map((value) => ({ value, label: respondentName(value) }))}
            value={respondent}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </>
      ) : null}
      {assessment.status === 'open' && <AddRespondent {...props} />}
    </div>
  );
}
