import type { ReactNode } from 'react';
import css from './again.module.css';

interface SwitchProps<V extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string; readonly disabled?: boolean }[];
  /** `null`: nothing has been chosen. */
  readonly value: V | null;
  readonly choose: (value: V) => void;
}

/** Two or three answers side by side, of which one is pressed, or none. */
export function Switch<V extends string>({ label, options, value, choose }: SwitchProps<V>): ReactNode {
  return (
    <fieldset className={css.switch} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          disabled={option.disabled}
          onClick={() => choose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
