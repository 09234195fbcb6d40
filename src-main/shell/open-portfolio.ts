import { dialog } from 'electron';
import type { Reply } from '#contract/define';
import { saysDamaged } from '#domain/base/damaged-file';
import { DomainError } from '../failure/domain-error';
import type { EngineClient } from '../rpc/engine-client';
import type { MainWindow } from './main-window';

/** Opens a file that the system named. The page learns of it by the engine's event; only a failure needs words. */
export async function openPortfolio(engine: EngineClient, path: string, window: MainWindow): Promise<void> {
  const reply = await open(engine, path);
  // The page asks for the passphrase of one that is locked.
  if (reply.ok || reply.failure.code === 'locked') return void window.show();
  await dialog.showMessageBox(window.show(), {
    type: 'warning',
    message: 'The portfolio was not opened',
    detail: saysDamaged(reply.failure.detail)
      ? `${reply.failure.message}\n\nOpen it from the window (File, Open portfolio) to see what can be had back.`
      : reply.failure.message,
  });
}

async function open(engine: EngineClient, path: string): Promise<Reply> {
  try {
    return await engine.call('workspace.open', { file: await engine.grant(path) });
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, failure: error.toFailure() };
    throw error;
  }
}
