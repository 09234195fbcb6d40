import type { JournalRow } from '../store/journal/tables';
import type { Stage } from '../store/shared/central';
import type { Session } from './connection/session';
import { byBytes, changesJson } from './entry-json';
import { pack } from './pieces';

const BYTES_A_PAGE = 2_000_000;

interface Writer {
  append(entry: JournalRow, stage: number, digest: string | null): Promise<'accepted' | 'behind'>;
}

/** Changes of a large entry, laid down on the server outside of any lock. */
export async function openStage(session: Session, schema: string, writer: Writer): Promise<Stage> {
  const { stage } = await session.one<{ stage: number }>(`select ${schema}.stage_begin() as stage`);
  let digest: string | null = null;
  return {
    add: async (changes) => {
      for (const group of byBytes(changes, BYTES_A_PAGE))
        await session.ask(`select ${schema}.stage_add($1, $2)`, [stage, changesJson(group)]);
    },
    append: async (entry, payload) => {
      if (payload && digest === null) {
        const packed = await pack(payload);
        for (const [no, piece] of packed.pieces.entries())
          await session.ask(`select ${schema}.stage_piece($1, $2, $3)`, [stage, no, piece]);
        digest = packed.digest;
      }
      return writer.append(entry, stage, digest);
    },
    drop: async () => {
      await session.ask(`select ${schema}.stage_drop($1)`, [stage]);
    },
  };
}
