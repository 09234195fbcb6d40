import { useRef, useState } from 'react';
import type { Parsed } from '#domain/base/parsed';
import { seen } from '../../../client/seen';

/** Answers the sentence of the failure, or null when it is saved. `seen`: the journal entry on the screen as editing began. */
export type SaveField = (value: unknown, seen: number | undefined) => Promise<string | null>;

export interface FieldEdit<D> {
  /** `null` while the field is only shown. */
  readonly draft: D | null;
  readonly error: string;
  readonly saving: boolean;
  readonly start: (draft: D) => void;
  readonly change: (draft: D) => void;
  readonly cancel: () => void;
  /** Saves the draft (or the one given); an unchanged one just closes. */
  readonly save: (draft?: D) => Promise<void>;
}

interface FieldEditOptions<D> {
  readonly parse: (draft: D) => Parsed<unknown>;
  readonly save: SaveField;
}

/** The life of one edit: what was typed stays until it is saved or given up, whatever fails in between. */
export function useFieldEdit<D>({ parse, save }: FieldEditOptions<D>): FieldEdit<D> {
  const [draft, setDraft] = useState<D | null>(null);
  const [initial, setInitial] = useState('');
  const [error, setError] = useState('');
  const [saving, setSaving] = useState(false);
  const before = useRef<number | undefined>(undefined);
  // Enter and the blur that follows it ask for the same save.
  const busy = useRef(false);

  const close = (): void => {
    setDraft(null);
    setError('');
  };
  const submit = async (given?: D): Promise<void> => {
    const current = given ?? draft;
    if (current === null || busy.current) return;
    if (JSON.stringify(current) === initial) return close();
    const parsed = parse(current);
    if (!parsed.ok) return setError(parsed.message);
    busy.current = true;
    setSaving(true);
    const failure = await save(parsed.value, before.current);
    busy.current = false;
    setSaving(false);
    if (failure === null) close();
    else setError(failure);
  };
  return {
    draft,
    error,
    saving,
    start: (next) => {
      before.current = seen.now();
      setInitial(JSON.stringify(next));
      setError('');
      setDraft(next);
    },
    change: (next) => {
      setDraft(next);
      setError('');
    },
    cancel: close,
    save: submit,
  };
}
