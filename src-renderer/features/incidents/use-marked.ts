import { useCallback, useEffect, useMemo, useState } from 'react';
import { call, sentenceOf } from '../../client/call';
import { noSelection, type Selection, selectedRows } from '../../components/table/selection';
import { notifyFailure } from '../../components/ui/notify';
import type { RegisterState } from './register-state';
import { type IncidentRows, questionOf } from './use-incident-rows';

export interface Marked {
  readonly selection: Selection;
  readonly onSelection: (next: Selection) => void;
  readonly ids: readonly string[];
  readonly clear: () => void;
}

/** Ids of the marked rows; those that were never fetched are asked for. */
async function idsOf(rows: readonly number[], at: IncidentRows['at'], state: RegisterState): Promise<string[]> {
  if (rows.every((row) => at(row) !== undefined)) return rows.flatMap((row) => at(row)?.id ?? []);
  const { ids } = await call('incidents.ids', questionOf(state));
  return rows.flatMap((row) => ids[row] ?? []);
}

/** The first two suffice: what matters is whether it was one. */
function changedRows(before: Selection, after: Selection): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < after.marks.length && rows.length < 2; row++)
    if (before.marks[row] !== after.marks[row]) rows.push(row);
  return rows;
}

/**
 * Marked incidents, kept by their ids: they stay marked when an edit moves them to another row, and go with the question
 * that they were marked in.
 */
export function useMarked({ order, at }: IncidentRows, state: RegisterState): Marked {
  const [ids, setIds] = useState<readonly string[]>([]);
  const [anchor, setAnchor] = useState<number | null>(null);
  const question = JSON.stringify([state.search.trim(), state.filter]);
  const [seen, setSeen] = useState(question);
  if (seen !== question) {
    setSeen(question);
    setIds([]);
  }
  const total = order.length;
  const [gone, setGone] = useState(total);
  useEffect(() => {
    if (total < gone) setIds([]);
    setGone(total);
  }, [total, gone]);

  const selection = useMemo((): Selection => {
    const none = noSelection(total);
    if (ids.length === 0) return { ...none, anchor };
    if (ids.length === total) return { marks: new Uint8Array(total).fill(1), count: total, anchor };
    const wanted = new Set(ids);
    for (let row = 0; row < total; row++) {
      const incident = at(row);
      if (incident && wanted.has(incident.id)) none.marks[row] = 1;
    }
    return { marks: none.marks, count: ids.length, anchor };
  }, [ids, total, at, anchor]);

  const onSelection = useCallback(
    (next: Selection) => {
      setAnchor(next.anchor);
      const changed = changedRows(selection, next);
      const [row] = changed;
      const id = row === undefined ? undefined : at(row)?.id;
      // One row more or less: the others may be out of sight, and keep their marks.
      if (changed.length === 1 && row !== undefined && id !== undefined && selection.count < selection.marks.length)
        return setIds((now) => (next.marks[row] === 1 ? [...now, id] : now.filter((other) => other !== id)));
      idsOf(selectedRows(next), at, state).then(setIds, (error: unknown) => notifyFailure(sentenceOf(error)));
    },
    [at, state, selection],
  );
  const clear = useCallback(() => setIds([]), []);
  return { selection, onSelection, ids, clear };
}
