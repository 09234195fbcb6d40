import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { type FieldSpec, fieldChoices } from '../../../lib/model-field';
import type { FieldEdit } from './use-field-edit';

interface TextEditorProps {
  readonly spec: FieldSpec;
  readonly edit: FieldEdit<string>;
  readonly currency: string;
  /** Values of other models, to type the same thing the same way. */
  readonly suggestions: readonly string[];
  /** Back to the value that is shown, with the focus. */
  readonly onLeave: () => void;
}

/** An option that the arrow keys have reached: Enter then chooses it instead of saving what is typed. */
const hasActiveOption = (element: HTMLElement): boolean => (element.getAttribute('aria-activedescendant') ?? '') !== '';

const useKeys = ({ edit, onLeave, spec }: TextEditorProps) => ({
  onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      edit.cancel();
      onLeave();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const lines = spec.kind === 'text';
    if (lines && !event.ctrlKey && !event.metaKey) return;
    if (!lines && hasActiveOption(event.currentTarget)) return;
    event.preventDefault();
    void edit.save().then(onLeave);
  },
  onBlur: (): void => void edit.save(),
});

function ChoiceEditor(props: TextEditorProps): ReactNode {
  const { spec, edit, onLeave } = props;
  const keys = useKeys(props);
  if (spec.kind !== 'choice') return null;
  return (
    <Select
      aria-label={spec.label}
      data={fieldChoices(spec)}
      value={edit.draft ?? ''}
      error={edit.error || undefined}
      onOptionSubmit={(value) => {
        edit.change(value);
        void edit.save(value).then(onLeave);
      }}
      allowDeselect={false}
      defaultDropdownOpened
      autoFocus
      {...keys}
    />
  );
}

function LineEditor(props: TextEditorProps): ReactNode {
  const { spec, edit, currency, suggestions, onLeave } = props;
  const shared = {
    'aria-label': spec.label,
    value: edit.draft ?? '',
    error: edit.error || undefined,
    readOnly: edit.saving,
    autoFocus: true,
    ...useKeys(props),
  };
  if (spec.kind === 'line' && suggestions.length > 0) {
    return (
      <Autocomplete
        {...shared}
        data={[...suggestions]}
        limit={8}
        onChange={edit.change}
        onOptionSubmit={(value) => void edit.save(value).then(onLeave)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      type={spec.kind === 'date' ? 'date' : 'text'}
      inputMode={spec.kind === 'money' ? 'decimal' : undefined}
      rightSection={spec.kind === 'money' ? <span className="mf-muted">{currency}</span> : undefined}
      rightSectionWidth={spec.kind === 'money' ? 48 : undefined}
      onChange={(event) => edit.change(event.currentTarget.value)}
    />
  );
}

function LongEditor(props: TextEditorProps): ReactNode {
  const { spec, edit } = props;
  return (
    <Textarea
      aria-label={spec.label}
      description="Ctrl Enter saves, Esc gives it up"
      inputWrapperOrder={['input', 'error', 'description']}
      value={edit.draft ?? ''}
      error={edit.error || undefined}
      readOnly={edit.saving}
      autosize
      minRows={3}
      maxRows={16}
      autoFocus
      onChange={(event) => edit.change(event.currentTarget.value)}
      {...useKeys(props)}
    />
  );
}

/** The editor of every field that is one text: Enter saves, Escape gives it up, leaving it saves. */
export function TextEditor(props: TextEditorProps): ReactNode {
  switch (props.spec.kind) {
    case 'choice':
      return <ChoiceEditor {...props} />;
    case 'text':
      return <LongEditor {...props} />;
    default:
      return <LineEditor {...props} />;
  }
}
