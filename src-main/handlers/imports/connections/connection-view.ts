import type { Connection } from '#contract/imports/connections';
import { ConnectionMapping } from '#contract/imports/connections';
import type { ConnectionNotes, ConnectionState } from '../../../platform/connection-notes';
import { latestImportOf } from '../../../store/imports/connections';
import { findImport } from '../../../store/imports/imports';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { hasKeyStore, secretOf } from './connection-secret';
import { addressOf, agreementOf, shownOf, throughOf } from './open-connection';
import { stateOfPart } from './taken-memory';

const HOUR = 3_600_000;
const EVERY: Readonly<Record<string, number>> = { hourly: HOUR, daily: 24 * HOUR };

/** When a connection is read next by itself; `null`: not before somebody asks. What a person has to mend first is not tried again. */
export function nextRefresh(row: ConnectionRow, state: ConnectionState | null, now: string): string | null {
  const every = EVERY[row.refresh];
  if (every === undefined || state?.trouble?.passing === false) return null;
  const due = state === null ? now : new Date(Date.parse(state.triedAt) + every).toISOString();
  const wait = state?.trouble?.notBefore ?? '';
  return wait > due ? wait : due;
}

/** A connection as the screen and scripts see it. */
export async function viewOf(row: ConnectionRow, notes: ConnectionNotes, context: QueryContext): Promise<Connection> {
  const address = addressOf(row);
  const state = notes.state(row.id);
  const agreed = notes.agreedTo(row.id) === agreementOf(row, address);
  const { kind, auth, refresh } = row as ConnectionRow & Pick<Connection, 'kind' | 'auth' | 'refresh'>; // written through the contract
  return {
    id: row.id,
    kind,
    label: row.label,
    address: row.address,
    scope: row.scope,
    auth,
    login: row.login,
    secretRef: row.secret_ref,
    caFile: row.ca_file,
    plainHttp: row.plain_http === 1,
    refresh,
    mapping: ConnectionMapping.parse(JSON.parse(row.mapping)),
    origin: address.origin,
    host: address.host,
    port: address.port,
    proxy: throughOf(address),
    agreed,
    shown: shownOf(row, address),
    secret: row.auth === 'none' ? 'not_needed' : (await isThere(row, agreed, context)) ? 'here' : 'missing',
    keepsSecret: await hasKeyStore(context),
    lastGood: stateOfPart(row, state)?.good ?? null,
    trouble: state?.trouble ? troubleOf(state.trouble) : null,
    takenBack: await isTakenBack(state?.took ?? null, context),
    waiting: state?.waiting ?? 0,
    unchanged: state?.unchanged ?? 0,
    taken: (await latestImportOf(context.read, row.id))?.at ?? null,
    next: agreed ? nextRefresh(row, state, context.now) : null,
  };
}

const troubleOf = ({
  passing: _,
  ...rest
}: NonNullable<ConnectionState['trouble']>): NonNullable<Connection['trouble']> => rest;

/** Undone as a step, its line is gone from the ledger; taken back as an import, it is marked there. */
async function isTakenBack(importId: string | null, { read }: QueryContext): Promise<boolean> {
  return importId !== null && (await findImport(read, importId))?.undone !== 0;
}

/** A file that others may read holds none either; one that a stranger may have named is not looked at before somebody agreed. */
async function isThere(row: ConnectionRow, agreed: boolean, context: QueryContext): Promise<boolean> {
  if (row.secret_ref.startsWith('file:') && !agreed) return false;
  return secretOf(row, addressOf(row), context).then(
    (secret) => secret !== null,
    () => false,
  );
}
