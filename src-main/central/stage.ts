import type { JournalRow } from '../store/journal/tables';
import type { Stage } from '../store/shared/central';
import { isOvertaken } from './connection/failures';
import type { Session } from './connection/session';
import { byBytes, changesJson } from './entry-json';
import { pack } from './pieces';

const BYTES_A_PAGE = 2_000_000;

interface Writer {
  take(entry: Omit<JournalRow, 'hash'>, stage: number, digest: string | null): Promise<string>;
  /** A large entry is weighed by the server in one go. */
  readonly patience: number;
}

/** Changes of a large entry, laid down on the server and weighed there outside of any lock. */
export async function openStage(session: Session, schema: string, writer: Writer): Promise<Stage> {
  const { stage } = await session.one<{ stage: number }>(`select ${schema}.stage_begin() as stage`);
  let digest: string | null = null;
  return {
    add: async (changes) => {
      for (const group of byBytes(changes, BYTES_A_PAGE))
        await session.ask(`select ${schema}.stage_add($1, $2)`, [stage, changesJson(group)]);
    },
    seal: async (kind, payload) => {
      if (payload) {
        const packed = await pack(payload);
        for (const [no, piece] of packed.pieces.entries())
          await session.ask(`select ${schema}.stage_piece($1, $2, $3)`, [stage, no, piece]);
        digest = packed.digest;
      }
      for (let from: number | null = 0; from !== null; ) from = await draw(session, schema, stage, from);
      await session.ask(`select ${schema}.stage_seal($1, $2)`, [stage, kind], writer.patience);
    },
    take: async (entry) => {
      const hash = await writer.take(entry, stage, digest);
      if (hash === 'behind') return hash;
      // What is left of the stage is nobody's any more; where this fails, the next large entry does it.
      session.ask(`select ${schema}.tidy_stages()`).catch(() => undefined);
      return { hash };
    },
    drop: async () => {
      await session.ask(`select ${schema}.stage_drop($1)`, [stage]);
    },
  };
}

/** @returns where to go on; others who draw the same models may have been first, and then nothing is left to do */
async function draw(session: Session, schema: string, stage: number, from: number): Promise<number | null> {
  try {
    const { next } = await session.one<{ next: number | null }>(`select ${schema}.stage_draw($1, $2) as next`, [
      stage,
      from,
    ]);
    return next;
  } catch (error) {
    if (isOvertaken(error)) return from;
    throw error;
  }
}
