import { createHash } from 'node:crypto';
import { nextLook, type SinceLook, sinceLook } from '#domain/attention/last-look';
import { changedOutside } from '../../engine/change-events';
import { getPortfolio } from '../../store/portfolio/portfolio';
import type { CommandContext, QueryContext } from '../context';

/** Who looks at which portfolio; a portfolio is told by its birth, so that a copy elsewhere is the same one. */
export async function lookOf({ read, actor }: QueryContext): Promise<string> {
  const { created_at } = await getPortfolio(read);
  return createHash('sha256').update(`${created_at} ${actor}`).digest('hex').slice(0, 16);
}

/** Since when changes are news to whoever asks. */
export async function newsSince(context: QueryContext): Promise<SinceLook> {
  return sinceLook(context.preferences.look(await lookOf(context)), context.now);
}

/** Notes a look beside the portfolio: whoever only looks writes nothing into it. */
export async function noteLook(_input: unknown, context: CommandContext): Promise<{ since: string }> {
  const of = await lookOf(context);
  const look = nextLook(context.preferences.look(of), context.now);
  context.preferences.setLook(of, look);
  context.publish(changedOutside('preferences'));
  return { since: sinceLook(look, context.now).since };
}
