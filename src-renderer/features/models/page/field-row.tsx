import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { readTags } from '#domain/models/tags';
import { editFieldText, type FieldSpec, readFieldText } from '../../../lib/model-field';
import { useEdits } from '../../../stores/whereabouts';
import { displayText } from './field-text';
import { ReferencesEditor, TagsEditor } from './list-editors';
import { parseReferences } from './lists-parse';
import styles from './model.module.css';
import type { ExternalReference, Model } from './model-types';
import { ReferenceLinks } from './reference-links';
import { TextEditor } from './text-editor';
import { type FieldEdit, type SaveField, useFieldEdit } from './use-field-edit';

export interface FieldContext {
  readonly model: Model;
  readonly currency: string;
  readonly suggestions: (spec: FieldSpec) => readonly string[];
  readonly save: (spec: FieldSpec, ...edit: Parameters<SaveField>) => Promise<string | null>;
}

interface FieldProps {
  readonly spec: FieldSpec;
  readonly context: FieldContext;
}

interface ShownProps {
  readonly spec: FieldSpec;
  readonly text: string;
  readonly onEdit: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** Characters from which a text is first shown by its beginning. */
const LONG = 600;

/** The value as it is read; Enter, E or a click turns it into its editor. */
function Shown({ spec, text, onEdit, button }: ShownProps): ReactNode {
  const [whole, setWhole] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'e' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onEdit();
  };
  const long = text.length > LONG;
  return (
    <>
      <button
        type="button"
        ref={button}
        className={styles.value}
        data-empty={text === ''}
        data-clamped={long && !whole}
        onClick={onEdit}
        onKeyDown={onKeyDown}
        title="Edit (E)"
        aria-label={`${spec.label}: ${text === '' ? spec.empty : text}. Edit`}
      >
        {text === '' ? spec.empty : text}
      </button>
      {long && (
        <button
          type="button"
          className={styles.whole}
          aria-label={`Show ${whole ? 'less' : 'all'} of ${spec.label}`}
          onClick={() => setWhole(!whole)}
        >
          Show {whole ? 'less' : 'all'}
        </button>
      )}
    </>
  );
}

/** Gives the focus back to the value once its editor has gone; while the editor stays, the focus stays in it. */
const useLeave = () => {
  const button = useRef<HTMLButtonElement>(null);
  const wanted = useRef(false);
  const [, render] = useState(0);
  useEffect(() => {
    if (wanted.current) button.current?.focus();
    wanted.current = false;
  });
  const leave = (): void => {
    wanted.current = true;
    render((count) => count + 1);
  };
  return { button, leave };
};

const saveWith =
  ({ spec, context }: FieldProps): SaveField =>
  (...edit) =>
    context.save(spec, ...edit);

function Saving({ edit }: { readonly edit: Pick<FieldEdit<unknown>, 'saving'> }): ReactNode {
  return (
    <span className={styles.saving} role="status">
      {edit.saving ? 'Saving…' : ''}
    </span>
  );
}

function OneText({ spec, context }: FieldProps): ReactNode {
  const { model, currency } = context;
  const { button, leave } = useLeave();
  const edit = useFieldEdit<string>({
    parse: (text) => readFieldText(spec.name, text, currency),
    save: saveWith({ spec, context }),
  });
  useEdits(context.model.id, edit.draft !== null);
  const value = model[spec.name];
  const start = (): void => edit.start(editFieldText(spec.name, value, currency));
  if (edit.draft === null)
    return <Shown spec={spec} text={displayText(spec, value, { currency })} onEdit={start} button={button} />;
  return (
    <>
      <TextEditor spec={spec} edit={edit} currency={currency} suggestions={context.suggestions(spec)} onLeave={leave} />
      <Saving edit={edit} />
    </>
  );
}

function Tags({ spec, context }: FieldProps): ReactNode {
  const { button, leave } = useLeave();
  const edit = useFieldEdit<readonly string[]>({ parse: readTags, save: saveWith({ spec, context }) });
  useEdits(context.model.id, edit.draft !== null);
  const { tags } = context.model;
  if (edit.draft === null)
    return <Shown spec={spec} text={tags.join(', ')} onEdit={() => edit.start(tags)} button={button} />;
  return <TagsEditor edit={edit} onLeave={leave} suggestions={context.suggestions(spec)} />;
}

function References({ spec, context }: FieldProps): ReactNode {
  const { button, leave } = useLeave();
  const edit = useFieldEdit<readonly ExternalReference[]>({
    parse: parseReferences,
    save: saveWith({ spec, context }),
  });
  useEdits(context.model.id, edit.draft !== null);
  const references = context.model.externalReferences;
  const start = (): void => edit.start(references.length > 0 ? references : [{ system: '', id: '', url: '' }]);
  if (edit.draft !== null) return <ReferencesEditor edit={edit} onLeave={leave} />;
  return (
    <div>
      <ReferenceLinks references={references} />
      <Shown spec={spec} text={references.length === 0 ? '' : 'Edit references'} onEdit={start} button={button} />
    </div>
  );
}

/** One field, shown and edited in the same place. */
export function FieldValue({ spec, context }: FieldProps): ReactNode {
  switch (spec.kind) {
    case 'tags':
      return <Tags spec={spec} context={context} />;
    case 'references':
      return <References spec={spec} context={context} />;
    default:
      return <OneText spec={spec} context={context} />;
  }
}
