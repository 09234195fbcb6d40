import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Question } from '#domain/assessments/questions/question';
import { focusQuestion } from './focus-question';
import styles from './people.module.css';
import { openOf, type Person } from './progress';
import { respondentName } from './spread';
import type { People } from './use-people';

interface PanelProps {
  readonly persons: readonly Person[];
  readonly current: string;
  readonly questions: readonly Question[];
  readonly people: People;
  readonly locked: boolean;
}

/** A name to type, for somebody new or somebody who is there. Keys that answer are no name, and the field says so. */
function NameForm({ people, value }: { readonly people: People; readonly value: string }): ReactNode {
  const [name, setName] = useState(value);
  const [tried, setTried] = useState(false);
  const problem = people.problem(name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problem === null) void people.submit(name);
  };
  const close = (): void => {
    people.setForm(null);
    focusQuestion();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const renames = people.form?.kind === 'rename';
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onKey}>
      <TextInput
        label={renames ? 'New name' : 'Who answers, too'}
        maxLength={500}
        value={name}
        error={tried || /\S/.test(name) ? problem : null}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" loading={people.pending}>
          {renames ? 'Rename' : 'Add'}
        </Button>
        <Button variant="default" size="compact-sm" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function PersonMenu({ person, people }: { readonly person: Person; readonly people: People }): ReactNode {
  const { respondent, choices } = person;
  const name = respondentName(respondent);
  const given = choices.size === 1 ? 'one answer' : `${choices.size} answers`;
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={24} aria-label={`${name}: rename or take out`}>
          <span aria-hidden="true">⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => people.setForm({ kind: 'rename', respondent })}>
          {respondent === '' ? 'Name who this is…' : 'Rename…'}
        </Menu.Item>
        <Menu.Item onClick={() => void people.remove(respondent)}>
          {choices.size === 0 ? 'Take out' : `Take out, with ${given}`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonRow({ person, ...props }: PanelProps & { readonly person: Person }): ReactNode {
  const { people, questions, current, locked } = props;
  const { respondent, choices } = person;
  const answered = questions.length - openOf(person, questions);
  const editable = !locked && (respondent !== '' || choices.size > 0);
  if (people.form?.kind === 'rename' && people.form.respondent === respondent)
    return (
      <li>
        <NameForm people={people} value={respondent} />
      </li>
    );
  return (
    <li className={styles.person}>
      <button
        type="button"
        className={styles.name}
        aria-pressed={respondent === current}
        onClick={() => people.choose(respondent)}
      >
        <span className={styles.words}>{respondentName(respondent)}</span>
        <span className={styles.count}>
          {answered} of {questions.length}
          <span className="mf-hidden"> answered</span>
        </span>
      </button>
      {editable && <PersonMenu person={person} people={people} />}
    </li>
  );
}

/** Who answers, how far each is, and whose answers are given now. */
export function PeoplePanel(props: PanelProps): ReactNode {
  const { persons, people, locked } = props;
  return (
    <section className={styles.panel} aria-labelledby="wizard-people">
      <h2 className={styles.title} id="wizard-people">
        Who answers
      </h2>
      <p className={styles.hint}>Answers are kept apart.</p>
      <ul className={styles.list}>
        {persons.map((person) => (
          <PersonRow key={person.respondent} person={person} {...props} />
        ))}
      </ul>
      {!locked &&
        (people.form?.kind === 'add' ? (
          <NameForm people={people} value="" />
        ) : (
          <Button variant="subtle" size="compact-sm" onClick={() => people.setForm({ kind: 'add' })}>
            Add a person
          </Button>
        ))}
    </section>
  );
}
