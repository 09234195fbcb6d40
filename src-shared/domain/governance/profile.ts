import { addDays } from '../base/calendar';
import { isAnswer, referencesAt, unitOf } from './answers';
import { NEVER } from './condition';
import type { GovernedPortfolio, GovernedUnit } from './governed';
import type { ModelOnDay } from './model-on-day';
import type { PackNeeds } from './needs';
import { approvedBefore, differs, isPastDue } from './rules';

/**
 * Everything of a model that some packs can see, as a text: models of one text are answered alike in every line, so that a
 * hundred thousand are compared as the few thousand sorts that there are. Days are told by their place among the days that packs
 * compare with, answered texts by being answered.
 */
export function profiler(needs: PackNeeds, portfolio: Pick<GovernedPortfolio, 'units'>): (model: ModelOnDay) => string {
  const { thresholds, asks } = needs;
  const place = (day: string): string => {
    let at = 0;
    while (at < thresholds.length && (thresholds[at] ?? '') <= day) at += 1;
    return String(at);
  };
  const units = new Map<string, string>();
  const unitKey = (unit: string): string => {
    const known = units.get(unit);
    if (known !== undefined) return known;
    const found: GovernedUnit | null = unitOf(portfolio, unit);
    const key = found === null ? '' : String(portfolio.units.indexOf(found));
    units.set(unit, key);
    return key;
  };
  const [values, answered, facts] = [[...needs.values], [...needs.answered], [...needs.facts]];
  const needsProduction = asks.has('firstProduction') || asks.has('approved_before_production');
  const needsReview = asks.has('review_not_overdue') || asks.has('reviewDue');
  const needsDrift = needs.driftDays.length > 0 || asks.has('health') || asks.has('lastSignOfLife');
  const needsFindings = asks.has('no_finding_past_due') || asks.has('findings_recorded') || asks.has('findingsLooked');

  const dated = (model: ModelOnDay): string => {
    const parts: string[] = [model.stagesKey];
    if (needsProduction) {
      const first = model.firstProduction;
      parts.push(first === null ? '?' : first === NEVER ? '!' : place(String(first)));
    }
    if (asks.has('version') || asks.has('versionSince'))
      parts.push(model.version === '' ? '' : model.versionSince === null ? 'v' : 'V');
    for (const event of ['release', 'retirement'] as const)
      if (asks.has(event)) {
        const days = model.eventDays(event).map((on) => (on === null ? '?' : model.hasEvidence ? on : place(on)));
        parts.push(days.join(','));
      }
    if (asks.has('drift_act')) parts.push(model.eventDays('drift_act').join(','));
    if (needsDrift) {
      const last = model.lastDrift;
      parts.push(
        last === null ? '' : String(needs.driftDays.filter((days) => last >= addDays(model.look.rowsTo, -days)).length),
      );
    }
    if (needsReview) {
      const due = model.reviewDue;
      parts.push(due === null ? '' : due >= model.look.day ? '+' : '-');
    }
    return parts.join(';');
  };

  const approved = (model: ModelOnDay): string => {
    const { approvals } = model;
    if (approvals.length === 0) return '';
    const by = approvals.at(-1)?.by ?? '';
    return [
      isAnswer(by) ? 'a' : 'b',
      asks.has('approved_before_production') ? approvedBefore(model) : '',
      asks.has('approver_not_developer') ? differs(by, model.developer) : '',
    ].join(',');
  };

  const rows = (model: ModelOnDay): string => {
    const own = model.model;
    const { rowsTo } = model.look;
    const parts: string[] = [];
    if (own.evidence.length > 0)
      parts.push(
        'e',
        asks.has('validator_not_developer') ? model.developer : '',
        ...own.evidence.flatMap((row) =>
          row.on <= rowsTo
            ? [`${row.kind},${row.on},${row.validUntil ?? ''},${row.outcome},${row.by},${row.covers.join('+')}`]
            : [],
        ),
      );
    if (own.answers.length > 0) {
      const told = own.answers.filter(({ pack, on }) => needs.packs.has(pack) && on <= rowsTo);
      const asked = [...new Set(told.map(({ pack, question }) => `${pack}.${question}`))].toSorted();
      for (const name of asked) {
        const [pack = '', question = ''] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
        parts.push(`${name}=${JSON.stringify(model.answer(pack, question))}`);
      }
    }
    if (needsFindings && own.findings.length > 0) {
      const found = model.findings;
      parts.push(found.length === 0 ? 'f' : found.some((row) => isPastDue(row, model.look)) ? 'f-' : 'f+');
    }
    if (own.dependencies.length > 0) parts.push(model.hasDependencies ? 'd' : '');
    for (const report of own.incidentReports)
      parts.push(`i${report.pack},${report.clock},${report.class},${report.awareOn},${report.reportedOn ?? ''}`);
    return parts.join(';');
  };

  const references = (model: ModelOnDay): string =>
    needs.references.size === 0 || model.model.references.length === 0
      ? ''
      : [...needs.references]
          .map((place) => (referencesAt(place, model.model.references).length > 0 ? '1' : '0'))
          .join('');

  return (model) => {
    if (needs.exact) return model.id;
    const { fields, facts: told, unit, tier } = model.model;
    let key = `${unitKey(unit)}|${tier ?? ''}|`;
    for (const name of answered) key += isAnswer(fields[name]) ? '1' : '0';
    for (const name of values) key += `|${name === 'stage' ? '' : JSON.stringify(fields[name] ?? null)}`;
    key += '|';
    for (const name of facts)
      key += needs.factValues.has(name) ? JSON.stringify(told[name] ?? null) : isAnswer(told[name]) ? '1' : '0';
    return `${key}|${references(model)}|${dated(model)}|${approved(model)}|${rows(model)}`;
  };
}
