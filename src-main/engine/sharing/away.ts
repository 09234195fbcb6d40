import type { SharedNotes } from '../../platform/shared-notes';
import type { ReadHandle } from '../../store/journal/handle';
import { findEntry } from '../../store/journal/journal';
import { hasOthers } from '../../store/shared/away';
import { findSharing } from '../../store/shared/sharing';

interface CameBack {
  readonly notes: SharedNotes;
  /** The newest shared entry that this copy had. */
  readonly after: number;
  readonly self: string;
  /** A person sees from now on what others do. */
  readonly watched: boolean;
}

/** Notes what others did while nobody followed it, for the person who looks next. What nobody has seen yet stays noted. */
export async function noteAway(read: ReadHandle, { notes, after, self, watched }: CameBack): Promise<void> {
  const left = notes.left();
  // A script that runs beside a window takes nothing over that is not seen there.
  if (!watched && left === null) return;
  const upTo = (await findSharing(read))?.seq ?? after;
  const known = notes.away();
  if (await hasOthers(read, { after, upTo }, self)) {
    const last = (await findEntry(read, after))?.at ?? '';
    const since = known?.since ?? (left !== null && left > last ? left : last);
    notes.setAway({ after: known?.after ?? after, upTo, since });
  }
  if (watched && left !== null) notes.setLeft(null);
}
