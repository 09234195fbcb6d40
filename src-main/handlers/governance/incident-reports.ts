import type { Input, Output } from '#contract/index';
import { sayDay } from '#domain/base/calendar';
import { clockAsksFrom, clockState } from '#domain/governance/clock';
import { itemOf } from '#domain/governance/pack-readings';
import type { Clock, RulePack } from '#domain/governance/rule-pack';
import { DomainError } from '../../failure/domain-error';
import { listIncidentReports, type NamedReport } from '../../store/governance/rows';
import { getIncident } from '../../store/incidents/incidents';
import type { CommandContext, QueryContext } from '../context';
import { dayOf } from './gather';
import { findPack, loadPacks, originOf, type Packs, packsOn, verifiedItem } from './packs';

type Report = Output<'governance.reports'>['reports'][number];

interface FoundClock {
  readonly pack: RulePack;
  readonly clock: Clock;
}

/** The clock as the edition has it that counted on the day of awareness. */
export function findClock(packId: string, clockId: string, awareOn: string, packs: Packs): FoundClock {
  const { pack } = findPack(packId, awareOn, packs);
  const clock = pack.clocks?.find(({ id }) => id === clockId);
  if (clock === undefined)
    throw new DomainError('not_found', `${pack.name} has no clock called ${clockId} for incidents.`);
  return { pack, clock };
}

/** @param awareOn ISO day; `null`: it is not about an incident */
const clockHead = ({ pack, clock }: FoundClock, awareOn: string | null, packs: Packs) => ({
  pack: pack.id,
  packName: pack.name,
  clock: clock.id,
  clockLabel: clock.label,
  ref: clock.ref,
  recipient: clock.recipient ?? '',
  verify: clock.verify ?? '',
  verified: verifiedItem(pack, itemOf('clock', clock), packs),
  origin: originOf(pack, packs),
  mayBeIncomplete: clock.firstReportMayBeIncomplete ?? false,
  effectiveFrom: clockAsksFrom(pack, clock.id),
  classes: clock.classes.map(({ value, label, days }) => {
    const due = awareOn === null ? null : clockState(clock, { awareOn, class: value, reportedOn: null }, awareOn).due;
    return { value, label, days, due };
  }),
});

export async function readClocks(
  { at }: NonNullable<Input<'governance.clocks'>>,
  { read, now }: Pick<QueryContext, 'read' | 'now'>,
): Promise<Output<'governance.clocks'>> {
  const packs = await loadPacks(read);
  return {
    clocks: packsOn(dayOf(at, now), packs).flatMap((pack) =>
      (pack.clocks ?? []).map((clock) => clockHead({ pack, clock }, null, packs)),
    ),
  };
}

export function removeReport({ id }: Input<'governance.removeReport'>, context: CommandContext) {
  return context.write(async (write) => {
    const row = (await listIncidentReports(write.read, undefined)).find((one) => one.id === id);
    return {
      label: `Delete the report of “${row?.title ?? 'an incident'}”`,
      value: { removed: await write.remove('incident_reports', [id]) },
    };
  });
}

function toReport(row: NamedReport, day: string, packs: Packs): Report {
  const { pack, clock } = findClock(row.pack, row.clock, row.aware_on, packs);
  const state = clockState(clock, { awareOn: row.aware_on, class: row.class, reportedOn: row.reported_on }, day);
  return {
    id: row.id,
    incidentId: row.incident_id,
    incidentTitle: row.title,
    modelId: row.model_id,
    ...clockHead({ pack, clock }, row.aware_on, packs),
    class: row.class,
    classLabel: clock.classes.find(({ value }) => value === row.class)?.label ?? '',
    awareOn: row.aware_on,
    reportedOn: row.reported_on,
    authority: row.authority,
    reference: row.reference,
    finalReportOn: row.final_report_on,
    ...state,
  };
}

export async function readReports(
  { incidentId, at }: NonNullable<Input<'governance.reports'>>,
  { read, now }: Pick<QueryContext, 'read' | 'now'>,
): Promise<Output<'governance.reports'>> {
  const day = dayOf(at, now);
  const rows = (await listIncidentReports(read, incidentId)).filter((row) => row.aware_on <= day);
  const packs = await loadPacks(read);
  const key = ({ due }: Report): string => due ?? '9999';
  return {
    reports: rows
      .map((row) => toReport(row, day, packs))
      .toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
  };
}

export async function noteReport(input: Input<'governance.noteReport'>, context: CommandContext): Promise<Report> {
  const { incidentId, pack: packId, clock: clockId, awareOn } = input;
  const today = context.now.slice(0, 10);
  const packs = await loadPacks(context.read);
  const { pack, clock } = findClock(packId, clockId, awareOn, packs);
  refuse(input, clock, today);
  return context.write(async (write) => {
    const incident = await getIncident(write.read, incidentId);
    const known = (await listIncidentReports(write.read, incidentId)).find(
      (row) => row.pack === pack.id && row.clock === clockId,
    );
    const columns = {
      class: input.class ?? '',
      aware_on: awareOn,
      reported_on: input.reportedOn ?? null,
      authority: input.authority ?? '',
      reference: input.reference ?? '',
      final_report_on: input.finalReportOn ?? null,
    };
    const own = { id: known?.id ?? context.newId(), incident_id: incidentId, pack: pack.id, clock: clockId };
    if (known) await write.update('incident_reports', [known.id], columns);
    else await write.insert('incident_reports', [{ ...own, ...columns }]);
    return {
      label: `Note the report of “${incident.title}” by ${pack.name}`,
      value: toReport({ ...own, ...columns, title: incident.title, model_id: incident.model_id }, today, packs),
    };
  });
}

function refuse(
  { class: own = '', awareOn, reportedOn, finalReportOn }: Input<'governance.noteReport'>,
  clock: Clock,
  today: string,
): void {
  const no = (why: string): never => {
    throw new DomainError('invalid_input', why);
  };
  if (own !== '' && !clock.classes.some(({ value }) => value === own))
    no(`“${own}” is no class of ${clock.label}. Choose among ${clock.classes.map(({ value }) => value).join(', ')}.`);
  if (awareOn > today) no(`${sayDay(awareOn)} is still to come. The clock starts when somebody is aware.`);
  if (reportedOn && (reportedOn < awareOn || reportedOn > today))
    no(`It cannot have been reported on ${sayDay(reportedOn)}: that is before ${sayDay(awareOn)}, or still to come.`);
  if (finalReportOn && (reportedOn === null || reportedOn === undefined || finalReportOn < reportedOn))
    no('The final report follows the first one. Say when that was made.');
}
