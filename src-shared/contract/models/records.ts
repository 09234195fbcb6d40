import { z } from 'zod';
import { RELEASE_CHANGES } from '#domain/models/release-changes';
import { Count, Id, Instant, Precision, Stage } from '../common';
import { Said } from '../define';

/** What hangs on a model: its approvals and moves, and where its values came from. */

export const Approval = z.object({
  id: Id,
  approvedBy: z.string(),
  at: Instant,
  note: z.string(),
  recordedBy: z.string(),
});

export const FieldOrigin = z.object({
  field: z.string(),
  importId: Id,
  fileName: z.string(),
  /** Of several sheets that were put together: the one, and its own row; else ''. */
  sheet: z.string(),
  row: Count,
  column: z.string(),
  /** The cell as it stood in the file. */
  text: z.string(),
  /** Why the cell did not become a value; '' when it did. */
  refused: Said,
  importedAt: Instant,
});

export const AllowedMove = z.object({
  to: Stage,
  /** One of the usual moves; any other is a correction and needs a reason. */
  usual: z.boolean(),
  /** Why the move cannot be made now ('' when it can): a gate without its approval. */
  blockedBy: Said,
});

export const ReleaseChanges = z.array(z.enum(RELEASE_CHANGES)).max(RELEASE_CHANGES.length);

export const Move = z.object({
  id: Id,
  from: Stage.nullable(),
  to: Stage,
  /** `null`: the stage is known, its date is not. */
  at: Instant.nullable(),
  precision: Precision,
  actor: z.string(),
  reason: z.string(),
  correction: z.boolean(),
  version: z.string(),
  /** What the release changed; empty: nobody has said. */
  changed: ReleaseChanges,
  recordedAt: Instant,
});
export type Move = z.output<typeof Move>;
