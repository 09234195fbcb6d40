import type { Member, Present, Role } from '../store/shared/central';
import type { Session } from './connection/session';

export const iso = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());

export async function listMembers(session: Session, schema: string): Promise<readonly Member[]> {
  const rows = await session.ask<{
    db_user: string;
    name: string;
    role: Role | null;
    seen: Date | null;
    last_entry_at: string | null;
  }>(`select db_user::text, name, role, seen, last_entry_at from ${schema}.list_members()`);
  return rows.flatMap(({ db_user: user, name, role, seen, last_entry_at }) =>
    role === null ? [] : [{ user, name, role, seenAt: iso(seen), lastEntryAt: last_entry_at }],
  );
}

export async function listPresence(session: Session, schema: string): Promise<readonly Present[]> {
  const rows = await session.ask<{
    db_user: string;
    name: string;
    page: string;
    model_id: string | null;
    edits: boolean;
    since: Date;
    own: boolean;
  }>(`select db_user::text, name, page, model_id, edits, since, own from ${schema}.list_presence()`);
  return rows.map(({ db_user: user, model_id: modelId, since, ...rest }) => ({
    user,
    modelId,
    since: since.toISOString(),
    ...rest,
  }));
}
