import { z } from 'zod';
import { ConnectionMapping } from '#contract/imports/connections';
import type { Output } from '#contract/index';
import { counted } from '#domain/base/wording';
import { type TicketWord, WORD_FIELDS, wordKey } from '#domain/incidents/ticket-words';
import type { Job } from '../../../jobs/job-list';
import { listMappingsOf } from '../../../store/imports/connections';
import { noteImport } from '../../../store/imports/import-sets';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import type { CommandContext, QueryContext } from '../../context';
import { applyIncidents } from '../incidents/apply-incidents';
import { hasRules } from './incidents-part';
import { notesOf } from './open-connection';
import { type PreparedTickets, prepareTickets } from './prepare-tickets';
import { unattached } from './unattached';

/** Its rules, and what they say of the tickets that are here; the server is not asked. */
export async function rulesOfTickets(row: ConnectionRow, context: QueryContext): Promise<Output<'connections.rules'>> {
  if (!hasRules(row)) return { attach: null, attaches: 0, words: [] };
  const prepared = await context.jobs.run(undefined, (job) => prepareTickets(row, null, {}, context, job));
  return {
    attach: await unattached(row, prepared, context.read),
    attaches: ruled(prepared).length,
    words: await wordsWith(row, context),
  };
}

/** Gives the tickets that are here to models as the rules say. */
export async function attachByRules(
  row: ConnectionRow,
  context: CommandContext,
  job: Job,
): Promise<Output<'connections.attach'>> {
  const nothing = { importIds: [], created: 0, updated: 0, unchanged: 0, rejected: 0, waiting: 0 };
  if (!hasRules(row) || ruled(await prepareTickets(row, null, {}, context, job)).length === 0) return nothing;
  return context.write(
    async (write) => {
      const prepared = await prepareTickets(row, null, {}, { ...context, read: write.read }, job);
      const incidents = ruled(prepared);
      const plan = { ...prepared.plan, incidents, updates: incidents.length };
      const { importId } = await applyIncidents(write, { ...prepared, plan }, context, job);
      await noteImport(write, importId, {}, [], row.id, { byRules: true });
      return {
        label: `Attach ${counted(incidents.length, 'ticket')} by the rules of ${row.label}`,
        value: { ...nothing, importIds: [importId], updated: incidents.length },
      };
    },
    { bulk: true },
  );
}

/** Only what rules say: what else is planned needs the server. */
const ruled = ({ plan }: PreparedTickets): PreparedTickets['plan']['incidents'] =>
  plan.incidents.filter(({ action }) => action === 'update');

/** Imports of before these tell of few other words. */
const MOST_IMPORTS = 100;

const Kept = z.object({
  values: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })).default([]),
});

/** All words that are known of its tickets: as they were read on this computer, as they were taken on any, and as somebody said. */
async function wordsWith(row: ConnectionRow, context: QueryContext): Promise<Output<'connections.rules'>['words']> {
  const { words: said } = ConnectionMapping.parse(JSON.parse(row.mapping));
  const read = (await notesOf(context)).state(row.id)?.words ?? [];
  const saidOf = new Map(said.map((word) => [wordKey(word), word.to]));
  const meansOf = new Map(read.map((word) => [wordKey(word), word.to]));
  const all = new Map<string, Pick<TicketWord, 'field' | 'from'> & { readonly to: string | null }>();
  for (const word of [...read, ...(await wordsTaken(row.id, context.read)), ...said])
    if (!all.has(wordKey(word))) all.set(wordKey(word), word);
  return [...all]
    .map(([key, { field, from, to }]) => ({
      field,
      from,
      // What was taken in the words of somebody does not tell what the system said.
      means: meansOf.get(key) ?? (saidOf.has(key) ? null : to),
      said: saidOf.get(key) ?? null,
    }))
    .sort((a, b) => WORD_FIELDS.indexOf(a.field) - WORD_FIELDS.indexOf(b.field) || a.from.localeCompare(b.from));
}

async function wordsTaken(connection: string, read: ReadHandle): Promise<readonly TicketWord[]> {
  const kept = await listMappingsOf(read, connection, MOST_IMPORTS);
  return kept.flatMap((mapping) =>
    (Kept.safeParse(JSON.parse(mapping)).data?.values ?? []).flatMap(({ field, from, to }) => {
      const known = WORD_FIELDS.find((one) => one === field);
      return known ? [{ field: known, from, to }] : [];
    }),
  );
}
