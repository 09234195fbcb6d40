import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSeen } from '../../client/seen';
import css from './cell-editor.module.css';
import type { AfterEdit } from './grid-types';

/** How a cell is typed. */
export type CellKind =
  | { readonly kind: 'text' | 'money' | 'date' | 'tags' }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] };

interface CellEditorProps {
  readonly editor: CellKind;
  /** What the field belongs to: `Tier of Churn`. */
  readonly label: string;
  readonly initial: string;
  readonly suggestions: readonly string[];
  /** Takes the typed text, with the journal entry that was on the screen before it; answers a sentence when it cannot. */
  readonly onSave: (typed: string, seen: number | undefined) => string | null;
  readonly onDone: (after: AfterEdit) => void;
}

const INPUT_TYPES: Readonly<Record<CellKind['kind'], string>> = {
  text: 'text',
  tags: 'text',
  money: 'text',
  date: 'date',
  choice: 'text',
};

/** A field inside its cell. Enter and Tab save, Escape leaves everything as it was, leaving the field saves. */
export function CellEditor({ editor, label, initial, suggestions, onSave, onDone }: CellEditorProps): ReactNode {
  const [typed, setTyped] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const seen = useSeen();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const byMouse = useRef(false);
  const finished = useRef(false);

  useEffect(() => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  }, []);

  const save = (value: string, after: AfterEdit, leave: boolean): void => {
    if (finished.current) return;
    const refused = value === initial ? null : onSave(value, seen);
    setProblem(refused);
    if (refused !== null && !leave) return;
    finished.current = true;
    onDone(after);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    byMouse.current = false;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') save(typed, 'stay', false);
    else if (event.key === 'Tab') save(typed, event.shiftKey ? 'previous' : 'next', false);
    else if (event.key === 'Escape') {
      finished.current = true;
      onDone('stay');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const common = {
    ref: field,
    className: editor.kind === 'money' ? css.number : css.field,
    'aria-label': label,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    onKeyDown,
    onBlur: () => save(typed, 'stay', true),
  };
  return (
    <span className={css.editor} data-editor="">
      {editor.kind === 'choice' ? (
        <select
          {...common}
          value={typed}
          onPointerDown={() => {
            byMouse.current = true;
          }}
          onChange={(event) => {
            setTyped(event.target.value);
            // Chosen with the mouse it is meant; the arrow keys only walk through the values.
            if (byMouse.current) save(event.target.value, 'stay', false);
          }}
        >
          {editor.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={INPUT_TYPES[editor.kind]}
          list={suggestions.length > 0 ? `${id}-list` : undefined}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {suggestions.length > 0 ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ) : null}
      {problem === null ? null : (
        <span
          id={`${id}-problem`}
          role="alert"
          className={css.problem}
          ref={(element) => element?.scrollIntoView({ block: 'nearest' })}
        >
          {problem}
        </span>
      )}
    </span>
  );
}
