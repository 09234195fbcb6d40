import { rmSync } from 'node:fs';
import type { Store } from '../store';
import { openDatabase } from './open-database';
import { writeRewritten } from './rewrite';
import { syncFile } from './sync-file';

/**
 * A copy of an open portfolio that anybody may read who gets it, without what the file says of this computer: where it is shared
 * and what waits here.
 *
 * @param target where nothing is yet
 */
export async function writePlainCopy(store: Store, target: string): Promise<void> {
  const between = `${target}.locked`;
  try {
    if (store.key === null) await store.copyTo(target);
    else {
      await store.copyTo(between);
      writeRewritten({ path: between, key: store.key }, { path: target, key: null });
    }
    const db = openDatabase(target, null, { fileMustExist: true });
    try {
      db.pragma('trusted_schema = OFF');
      db.pragma('secure_delete = ON');
      db.pragma('journal_mode = DELETE');
      db.exec('DELETE FROM sharing; DELETE FROM sharing_waiting; DELETE FROM sharing_given');
    } finally {
      db.close();
    }
    syncFile(target);
  } finally {
    rmSync(between, { force: true });
  }
}
