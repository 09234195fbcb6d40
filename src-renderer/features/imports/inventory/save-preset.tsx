import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Mapping } from '#contract/imports/imports';
import type { Output } from '#contract/index';
import { useCommand } from '../../../client/use-command';

interface SavePresetProps {
  readonly mapping: Mapping;
  readonly presets: Output<'imports.presets'>['presets'];
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
}

interface RemovePresetProps {
  readonly id: string;
  readonly name: string;
  readonly removed: () => void;
}

function RemovePreset({ id, name, removed }: RemovePresetProps): ReactNode {
  const remove = useCommand('imports.removePreset');
  const run = async (): Promise<void> => {
    if ((await remove.run({ id })) !== null) removed();
  };
  return (
    <Button
      className="mf-remove-preset"
      variant="subtle"
      size="compact-xs"
      loading={remove.pending}
      onClick={() => void run()}
    >
      Delete the preset {name}
    </Button>
  );
}

/** Keeps the mapping under a name; the name of an own preset replaces it. */
export function SavePreset({ mapping, presets, chosen, choose }: SavePresetProps): ReactNode {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const save = useCommand('imports.savePreset');
  const own = presets.find((preset) => preset.id === chosen && !preset.shipped);
  const wanted = name.trim();
  const same = presets.find((preset) => preset.name.toLowerCase() === wanted.toLowerCase());

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wanted === '') return setProblem('Give the preset a name.');
    if (same?.shipped) return setProblem('A preset of this name comes with Modelfolio. Choose another name.');
    const saved = await save.run({ name: same?.name ?? wanted, mapping });
    if (saved === null) return;
    setName('');
    choose(saved.id);
  };

  return (
    <form className="mf-save-preset" onSubmit={(event) => void submit(event)}>
      <TextInput
        label="Save as preset"
        placeholder="Name of the preset"
        maxLength={120}
        value={name}
        error={problem || null}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem('');
        }}
      />
      <Button type="submit" variant="default" loading={save.pending}>
        {same && !same.shipped ? 'Replace' : 'Save'}
      </Button>
      {own ? <RemovePreset id={own.id} name={own.name} removed={() => choose(null)} /> : null}
    </form>
  );
}
