import { call } from '../../../client/call';
import { perform } from '../../../client/perform';
import { type Connection, saidNow } from './connection-words';

/** Keeps a part of what somebody said of a connection, and all else as it is kept now. */
export async function keepMapping(connection: Connection, part: Partial<Connection['mapping']>): Promise<Connection> {
  const { connections } = await call('connections.list', {});
  return perform('connections.save', saidNow(connections, connection, part), { quiet: true });
}
