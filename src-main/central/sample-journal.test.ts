import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_NAME } from '../../resources/sample/portfolio';
import { DomainError } from '../failure/domain-error';
import { FACTS } from '../store/tables';
import { needs } from '../testing/needs';
import { testBackend } from '../testing/test-backend';
import { adoptHistory } from './adopt-history';
import { PgCentral } from './pg-central';
import { createShared } from './server/install';
import { postgres, startPostgres, type TestServer } from './testing/postgres';
import { journalOf, type Known } from './testing/sample-journal';
import { signed } from './testing/signed';

const PATIENT = 180_000;

async function* asEntries(journal: readonly Known[]) {
  for (const { entry, changes } of journal)
    yield {
      entry,
      changes: (async function* pages() {
        yield changes;
      })(),
      payload: async () => null,
    };
}

/** As the one who gave it would have recorded it himself. */
function ownName({ entry, changes }: Known): Known {
  const given = changes.find(({ entity, before }) => entity === 'approvals' && before === null);
  if (!given) return { entry, changes };
  const by: string = JSON.parse(given.after ?? '{}').approved_by;
  const own = changes.map((change) =>
    change === given
      ? { ...change, after: JSON.stringify({ ...JSON.parse(change.after ?? ''), recorded_by: by }) }
      : change,
  );
  return { entry: { ...entry, actor: by }, changes: own };
}

describe('the journal of the sample', needs(postgres), () => {
  let server: TestServer;
  let known: readonly Known[] | null = null;

  beforeAll(async () => {
    server = await startPostgres();
  }, PATIENT);
  afterAll(() => server?.remove());

  /** Made in the first test that asks for it. */
  async function sample(): Promise<readonly Known[]> {
    if (known) return known;
    const { backend, call, folder } = await testBackend({ portfolio: false });
    await call('workspace.sample', {});
    await backend.close();
    known = journalOf(join(folder, `${SAMPLE_NAME}.modelfolio`));
    return known;
  }

  const shared = () => createShared(server.root, { name: 'Sample', format: 25, tables: FACTS, ownerName: 'The owner' });

  it('is adopted as it is, and the database works out the same head', { timeout: PATIENT }, async () => {
    const journal = await sample();
    const central = await PgCentral.connect(server.root, await shared());
    let done = 0;
    await adoptHistory(central, asEntries(journal), (entries) => {
      done = entries;
    });
    expect(done).toBe(journal.length);
    const last = journal.at(-1)?.entry;
    expect(await central.head()).toMatchObject({ seq: last?.seq, hash: last?.hash });
    expect(await central.verify()).toEqual({ entries: journal.length, head: last?.hash, firstBroken: null });
    await central.close();
  });

  it('is taken entry by entry from the people who wrote it, each under the own login', {
    timeout: PATIENT,
  }, async () => {
    const journal = await sample();
    const id = await shared();
    const owner = await PgCentral.connect(server.root, id);
    await owner.open();
    const people = new Map<string, PgCentral>();
    for (const name of new Set(journal.map((one) => ownName(one).entry.actor))) {
      const user = `p${people.size}`;
      const login = await server.login(user);
      await owner.setRole(user, name, name === 'Monitoring' ? 'editor' : 'approver');
      people.set(name, await PgCentral.connect(login, id));
    }
    const deputyLogin = await server.login('deputy');
    await owner.setRole('deputy', 'The deputy', 'approver');
    const deputy = await PgCentral.connect(deputyLogin, id);
    let hash = '0'.repeat(64);
    const refused: string[] = [];
    for (const one of journal) {
      const { entry, changes } = ownName(one);
      const again = (actor: string) =>
        signed(
          { ...entry, actor, prev_hash: hash },
          changes.map(({ entity, entity_id: id, model_id: modelId, before, after }) => ({
            entity,
            id,
            modelId,
            before: before && JSON.parse(before),
            after:
              after &&
              (entity === 'approvals'
                ? { ...JSON.parse(after), approved_by: actor, recorded_by: actor }
                : JSON.parse(after)),
          })),
        );
      let put = again(entry.actor);
      try {
        expect(await people.get(entry.actor)?.append(put.entry, put.changes, null)).toBe('accepted');
      } catch (error) {
        if (!(error instanceof DomainError) || entry.channel !== 'models.approve')
          throw new Error(`${JSON.stringify(entry)} ${JSON.stringify(changes)} ${refused.join('\n')}`, {
            cause: error,
          });
        refused.push(`${entry.seq} ${entry.channel} ${error.message}`);
        put = again('The deputy');
        expect(await deputy.append(put.entry, put.changes, null)).toBe('accepted');
      }
      hash = put.entry.hash;
    }
    expect(refused).toEqual([]);
    for (const central of [owner, deputy, ...people.values()]) await central.close();
  });
});
