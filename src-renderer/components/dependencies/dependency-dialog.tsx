import { Button, Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { RELATION_LABELS, RELATIONS, type Relation } from '#domain/governance/vocabulary';
import { useSeen } from '../../client/seen';
import { useCommand } from '../../client/use-command';
import { utcToday } from '../../lib/utc-today';
import { Dialog } from '../ui/dialog';
import { ModelSelect } from '../ui/model-select';
import styles from './dependencies.module.css';

export type Dependency = Output<'dependencies.list'>['dependencies'][number];

interface DependencyDialogProps {
  readonly model: { readonly id: string; readonly name: string };
  /** The one that is changed; left out: another one is added. */
  readonly given?: Dependency;
  readonly onClose: () => void;
}

/** What a model rests on: a row of the portfolio, or something outside by the path of its name; since when, and until when. */
export function DependencyDialog({ model, given, onClose }: DependencyDialogProps): ReactNode {
  const add = useCommand('dependencies.add', { seen: useSeen() });
  const update = useCommand('dependencies.update', { seen: useSeen() });
  const [relation, setRelation] = useState<Relation>(given?.relation ?? 'foundation_model');
  const [inside, setInside] = useState(given ? given.dependsOn !== null : false);
  const [on, setOn] = useState<string | null>(given?.dependsOn ?? null);
  const [parts, setParts] = useState<readonly string[]>(partsOf(given?.outside ?? ''));
  const [critical, setCritical] = useState(given?.critical ?? true);
  const [from, setFrom] = useState(given?.from ?? utcToday());
  const [until, setUntil] = useState(given?.until ?? '');
  const [note, setNote] = useState(given?.note ?? '');
  const nothing = relation === 'none';
  const outside = nothing
    ? ''
    : parts
        .map((part) => part.trim().replaceAll('/', '-'))
        .filter(Boolean)
        .join(' / ');
  const names = !nothing && inside;
  const complete = nothing || (names ? on !== null : outside !== '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const dates = { from, until: until === '' ? null : until };
    const done = given
      ? await update.run({
          id: given.id,
          patch: { relation, critical, note, ...dates, ...(given.dependsOn === null && outside !== '' && { outside }) },
        })
      : await add.run({
          modelId: model.id,
          relation,
          critical: !nothing && critical,
          note,
          ...dates,
          ...(names ? { dependsOn: on } : { outside }),
        });
    if (done !== null) onClose();
  };
  const put = (place: number, text: string): void => setParts(parts.map((part, at) => (at === place ? text : part)));
  return (
    <Dialog title={given ? `What “${model.name}” rests on` : `“${model.name}” rests on …`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <NativeSelect
            label="How"
            value={relation}
            data={RELATIONS.filter((value) => value !== 'none' || given === undefined || given.relation === 'none').map(
              (value) => ({ value, label: RELATION_LABELS[value] }),
            )}
            onChange={(event) => setRelation(event.currentTarget.value as Relation)}
          />
          {nothing || given ? null : (
            <NativeSelect
              label="What"
              value={inside ? 'inside' : 'outside'}
              data={[
                { value: 'outside', label: 'Something outside, by its name' },
                { value: 'inside', label: 'A model of the portfolio' },
              ]}
              onChange={(event) => setInside(event.currentTarget.value === 'inside')}
            />
          )}
          {names && !given ? (
            <ModelSelect
              label="Model"
              value={on === null ? null : { id: on, name: '' }}
              except={model.id}
              onChange={setOn}
            />
          ) : null}
          {names || nothing ? null : (
            <div className={styles.path}>
              {['Provider', 'Its model', 'Version'].map((label, place) => (
                <TextInput
                  key={label}
                  label={label}
                  placeholder={['OpenAI', 'GPT-5', '2026-10'][place] ?? ''}
                  value={parts[place] ?? ''}
                  onChange={(event) => put(place, event.currentTarget.value)}
                />
              ))}
            </div>
          )}
          {nothing ? null : (
            <Checkbox
              label="Without it the model stops"
              description="Else it is touched only: worse, slower, or with a way around"
              checked={critical}
              onChange={(event) => setCritical(event.currentTarget.checked)}
            />
          )}
          <div className={styles.path}>
            <TextInput
              label="Since"
              type="date"
              required
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              label="Last day, if it ends"
              type="date"
              min={from}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </div>
          <Textarea
            label="Note"
            autosize
            minRows={1}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={styles.ending}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.pending || update.pending} disabled={!complete}>
              {given ? 'Save' : 'Add'}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Provider, its model, and all below as one version. */
function partsOf(outside: string): readonly string[] {
  const [provider = '', model = '', ...rest] = outside.split(' / ');
  return [provider, model, rest.join(' / ')];
}
