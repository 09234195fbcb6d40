import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Central } from '../../store/shared/central';
import { startPostgres, type TestServer } from './postgres';
import { type EntryPart, insertApproval, insertModel, insertMove, type Told, write } from './signed';
import { type Logins, makeLogins, makeTeam, type Person, type Team } from './team';
import { withStages } from './with-stages';

const PATIENT = 120_000;
type Row = Readonly<Record<string, unknown>>;

export const WITHOUT = /does not go into production without an approval/;

/** A server, a team, and for each test of a `describe` the name of a model of its own. */
export class UsedTeam {
  server!: TestServer;
  logins!: Logins;
  team!: Team;
  /** The model that moves and approvals are of. */
  model = '';

  by(who: Person): Central {
    return this.team.central[who];
  }

  move(who: Person, to: string, row: Row = {}, model = this.model): Told {
    return insertMove(model, to, this.by(who).member.name, row);
  }

  approve(who: Person, row: Row = {}, model = this.model): Told {
    return insertApproval(model, this.by(who).member.name, row);
  }

  /** As a program writes it: with the stages that follow from the moves. */
  async write(who: Person, told: readonly Told[], part: EntryPart = {}): Promise<number> {
    return write(this.by(who), await withStages(this.server, this.team.schema, told), part);
  }

  /** An entry is refused with these words, and nothing of it stays. */
  async refused(who: Person, told: readonly Told[], why: RegExp | string, part: EntryPart = {}): Promise<void> {
    const before = await this.by(who).head();
    await expect(write(this.by(who), told, part)).rejects.toThrow(why);
    expect(await this.by(who).head()).toEqual(before);
  }

  /** A model that somebody made and brought into validation. */
  async validated(tier: number | null = 1, maker: Person = 'ben'): Promise<void> {
    await this.write(maker, [insertModel(this.model, { tier }), this.move(maker, 'proposed')]);
    await this.write(maker, [this.move(maker, 'validation', { at: '2026-11-23T10:30:00.000Z' })]);
  }
}

export function useTeam(): UsedTeam {
  const used = new UsedTeam();
  let count = 0;
  beforeAll(async () => {
    used.server = await startPostgres();
    used.logins = await makeLogins(used.server);
    used.team = await makeTeam(used.logins);
  }, PATIENT);
  afterAll(async () => {
    await used.team?.close();
    await used.server?.remove();
  });
  beforeEach(() => {
    count += 1;
    used.model = `model-${count}`;
  });
  return used;
}
