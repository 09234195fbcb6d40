import { createHash } from 'node:crypto';
import { NudgeKind } from '#contract/nudges';
import { MONDAY_GROUPS } from '#domain/attention/monday';
import { dueNudges, type NudgeSubject, occurrenceOf } from '#domain/attention/nudges';
import type { Owed } from '#domain/attention/owed';
import { changedOutside } from '../../engine/change-events';
import { listNudgeSubjects } from '../../store/overview/nudge-subjects';
import { getSettings } from '../../store/portfolio/settings';
import type { CommandContext, QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';
import { gatherOwed } from './gather-owed';
import { lookOf } from './look';

const NudgeKinds = NudgeKind.array().catch([]);

/** Names an occurrence in the list of those that were told: short, since there may be thousands. */
const toldAs = (subject: NudgeSubject): string =>
  createHash('sha256').update(occurrenceOf(subject)).digest('base64url').slice(0, 10);

/** A day more of the same is no other occurrence: what came near and then became late is. */
const nudgeOf = ({ kind, key, name, from, tier, owner, modelId, action }: Owed): NudgeSubject => ({
  kind,
  id: action.incidentId === undefined ? key : action.incidentId,
  name,
  since: from,
  tier,
  owner,
  modelId,
});

const chosen = ({ preferences }: QueryContext): readonly NudgeKind[] => NudgeKinds.parse(preferences.nudges());

async function readNews(context: CommandContext) {
  const of = await lookOf(context);
  const { read, now } = context;
  const { reports } = await context.ask('governance.reports', {});
  const { owed } = await gatherOwed(read, now, await getSettings(read), reports);
  const subjects = [...(await listNudgeSubjects(read, now.slice(0, 10))), ...owed.map(nudgeOf)];
  return { of, subjects, told: context.preferences.told(of) };
}

/** Of kinds that nobody asked for, all that is so counts as told: it is no news on the day when they are chosen. */
async function noteUnasked(context: CommandContext): Promise<void> {
  const asked = chosen(context);
  const { of, subjects, told } = await readNews(context);
  const known = subjects.filter((one) => told === null || !asked.includes(one.kind) || told.has(toldAs(one)));
  context.preferences.setTold(of, new Set(known.map(toldAs)));
}

export const nudges: SubjectHandlers<'nudges'> = {
  settings: async (_input, context) => ({ kinds: [...chosen(context)] }),

  choose: async ({ kinds }, context) => {
    if (context.workspace.current() !== null) await noteUnasked(context);
    context.preferences.setNudges(kinds);
    context.publish(changedOutside('preferences'));
    return { kinds };
  },

  take: async (_input, context) => {
    const kinds = chosen(context);
    if (kinds.length === 0) return { nudges: [] };
    const { of, subjects, told } = await readNews(context);
    // What is not so any more is forgotten, so that it is news when it comes again.
    context.preferences.setTold(of, new Set(subjects.map(toldAs)));
    const asked = MONDAY_GROUPS.filter((kind) => kinds.includes(kind));
    const due = told === null ? [] : dueNudges(subjects, asked, (subject) => told.has(toldAs(subject)));
    return { nudges: [...due] };
  },
};
