import { changedOutside } from '../../../engine/change-events';
import { DomainError } from '../../../failure/domain-error';
import { listConnections } from '../../../store/imports/connections';
import type { CommandContext } from '../../context';
import type { SubjectHandlers } from '../../subject';
import { applyConnection, rememberKnown } from './apply-connection';
import { hasKeyStore, keepSecret } from './connection-secret';
import { viewOf } from './connection-view';
import { fetchConnection, fetchedAs } from './fetch-connection';
import {
  addressOf,
  agreeingWith,
  agreementOf,
  alongWith,
  bringsAlong,
  getConnection,
  notesOf,
  shownOf,
} from './open-connection';
import { planConnection } from './plan-connection';
import { describePlan, noteWaiting } from './read-connection';
import { refreshConnections } from './refresh-connections';
import { attachByRules, rulesOfTickets } from './rules-of-tickets';
import { saveConnection } from './save-connection';
import { testConnection } from './test-connection';

/** Something that this computer knows of connections is another than before. */
const told = ({ publish }: CommandContext): void => publish(changedOutside('preferences'));

export const connections: SubjectHandlers<'connections'> = {
  list: async (_input, context) => {
    const notes = await notesOf(context);
    const rows = await listConnections(context.read);
    return {
      connections: await Promise.all(rows.map((row) => viewOf(row, notes, context))),
      keyStore: await hasKeyStore(context),
    };
  },
  save: saveConnection,
  remove: async ({ id }, context) => {
    const row = await getConnection(id, context);
    await keepSecret(row, addressOf(row), '', context);
    return context.write(async (write) => {
      const removed = await write.remove('connections', [id]);
      return { label: `Remove the connection “${row.label}”`, value: { removed: removed > 0 } };
    });
  },
  keepSecret: async ({ id, secret }, context) => {
    const row = await getConnection(id, context);
    const kept = await keepSecret(row, addressOf(row), secret, context);
    told(context);
    return { kept };
  },
  agree: async ({ id, origin, shown, agreed }, context) => {
    const row = await getConnection(id, context);
    const address = addressOf(row);
    if (agreed && origin !== address.origin)
      throw new DomainError(
        'conflict',
        `“${row.label}” leads to ${address.origin} now, and not to ${origin}. Look at it again.`,
      );
    if (agreed && shown !== undefined && shown !== shownOf(row, address))
      throw new DomainError(
        'conflict',
        `“${row.label}” was changed since it was looked at: its way to prove who asks, its secret, its CA or what it asks for. Nothing was agreed to. Look at it again.`,
      );
    if (agreed && shown === undefined && bringsAlong(row))
      throw new DomainError(
        'refused',
        `Something goes along to ${address.origin}${alongWith(row, address)}. Nothing was agreed to. To agree to just that: ${agreeingWith(row, address)}.`,
        { needs: 'shown', shown: shownOf(row, address) },
      );
    (await notesOf(context)).agree(id, agreed ? agreementOf(row, address) : null);
    told(context);
    return { agreed };
  },
  test: ({ id, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      try {
        return await testConnection(await getConnection(id, context), context, job);
      } finally {
        told(context);
      }
    }),
  preview: ({ id, jobId, fetched: name, ...deciding }, context) =>
    context.jobs.run(jobId, async (job) => {
      const row = await getConnection(id, context);
      try {
        const fetched = name === undefined ? await fetchConnection(row, context, job) : fetchedAs(row, name);
        const plan = await planConnection(row, fetched, deciding, context, job);
        await noteWaiting(row, context, { waiting: plan.changes + plan.asks, unchanged: plan.unchanged });
        await rememberKnown(row, fetched, plan, context);
        return await describePlan(row, plan, fetched, context, job);
      } finally {
        told(context);
      }
    }),
  apply: ({ id, jobId, fetched: name, ...deciding }, context) =>
    context.jobs.run(jobId, async (job) => {
      const row = await getConnection(id, context);
      try {
        const fetched = name === undefined ? await fetchConnection(row, context, job) : fetchedAs(row, name);
        const applied = await applyConnection(row, fetched, deciding, context, job);
        // What names mean was kept with it.
        const now = await getConnection(id, context);
        const left = await planConnection(now, fetched, {}, context, job);
        const [took] = applied.importIds;
        await noteWaiting(now, context, { waiting: left.changes + left.asks, unchanged: left.unchanged, took });
        return applied;
      } finally {
        told(context);
      }
    }),
  rules: async ({ id }, context) => rulesOfTickets(await getConnection(id, context), context),
  requests: async ({ id }, context) => ({ runs: [...(await notesOf(context)).requests(id)] }),
  attach: async ({ id }, context) =>
    context.jobs.run(undefined, async (job) => attachByRules(await getConnection(id, context), context, job)),
  refresh: ({ take, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const results = await refreshConnections(take, context, job);
      told(context);
      return results;
    }),
};
