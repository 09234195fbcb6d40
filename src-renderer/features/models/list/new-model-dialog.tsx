import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { choicesOf } from '#domain/base/choices';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { STAGES, type Stage, TIERS } from '#domain/vocabulary';
import { useCommand } from '../../../client/use-command';
import type { ColumnStore } from '../../../components/table/column-store';
import { cellEditor } from './cell-fields';
import css from './dialogs.module.css';
import { suggestionsFor } from './suggestions';

interface NewModelDialogProps {
  readonly store: ColumnStore;
  readonly onClose: () => void;
}

/** Asks for what a list needs; everything else is filled in on the model's own page, which opens next. */
export function NewModelDialog({ store, onClose }: NewModelDialogProps): ReactNode {
  const navigate = useNavigate();
  const create = useCommand('models.create');
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [tier, setTier] = useState('');
  const [stage, setStage] = useState<Stage>('proposed');
  const [problem, setProblem] = useState<string | null>(null);
  const listId = useId();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem('A model needs a name.');
      return;
    }
    const model = await create.run({
      name: name.trim(),
      unit: unit.trim(),
      tier: TIERS.find((value) => String(value) === tier) ?? null,
      stage,
    });
    if (model === null) return;
    onClose();
    void navigate({ to: '/models/$modelId', params: { modelId: model.id } });
  };
  return (
    <Modal closeButtonProps={{ 'aria-label': 'Close' }} opened onClose={onClose} title="New model" size="md">
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={MODEL_FIELDS.name.label}
          value={name}
          error={problem}
          maxLength={500}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={MODEL_FIELDS.unit.label}
          description="A part of a unit is written behind a slash: Retail / Cards."
          list={listId}
          value={unit}
          maxLength={500}
          onChange={(event) => setUnit(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {suggestionsFor(store, cellEditor('unit')).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
        <div className={css.row}>
          <NativeSelect
            label={MODEL_FIELDS.tier.label}
            data={[{ value: '', label: 'Not decided' }, ...choicesOf(MODEL_FIELDS.tier.vocabulary)]}
            value={tier}
            onChange={(event) => setTier(event.currentTarget.value)}
          />
          <NativeSelect
            label={MODEL_FIELDS.stage.label}
            data={[...choicesOf(MODEL_FIELDS.stage.vocabulary)]}
            value={stage}
            onChange={(event) => setStage(STAGES.find((value) => value === event.currentTarget.value) ?? 'proposed')}
          />
        </div>
        <div>
          <Button type="submit" loading={create.pending}>
            Add the model
          </Button>
        </div>
      </form>
    </Modal>
  );
}
