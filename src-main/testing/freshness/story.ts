import type { Input } from '#contract/index';
import { COMPONENTS } from '#domain/assessments/components';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import type { FactTable } from '../../store/tables';
import type { Known } from './questions';
import { tellPacks } from './story-of-packs';
import type { Teller } from './teller';

/** Tables that no command writes yet: the first that does takes its table off, and the story then writes it. */
export const UNWRITTEN: readonly FactTable[] = ['versions'];

const week = (n: number): string => new Date(Date.UTC(2026, 8, 1 + 7 * n)).toISOString();
const MODELS = 'name,unit,tier,stage\nPricing,Corporate,1,deployed\nTriage,Claims,2,training\n';
const DRIFT = `time,model,column,metric,value,n_ref,n_cur\n${week(1).slice(0, 10)},Pricing,age,psi,0.05,10000,900\n`;

/** A portfolio's life: every fact table is written, every command given that `LEFT_OUT` does not name. */
export async function tellStory(teller: Teller, known: Known): Promise<void> {
  const { give, file } = teller;
  await give('workspace.create', { name: 'Acme', currency: 'EUR', file: file('acme.modelfolio') });
  await give('workspace.setYourName', { name: 'Grace' });
  await give('workspace.leaveConflicts', {});
  await give('workspace.setForms', { locale: 'de-DE' });
  await give('workspace.setForms', { locale: null });
  await give('nudges.choose', { kinds: ['drifted', 'retraining', 'incidents', 'silent', 'reviews'] });
  await give('nudges.take', {});
  await give('overview.looked', {});
  await tellModels(teller, known);
  await give('overview.follow', { kind: 'model', id: known.model, on: true });
  await tellDrift(teller, known);
  await tellIncidents(teller, known);
  await tellAssessments(teller, known);
  await tellScenarios(teller, known);
  await tellGovernance(teller, known);
  await give('reports.workbook', { out: file('report.xlsx') });
  await give('reports.setDress', { company: 'Northgate Partners', line: 'Confidential' });
  await give('portfolio.rename', { name: 'Acme Group' });
  await give('settings.update', { reviewMonths: { tier1: 6 }, levelThresholds: { countLevel1: 2 } });
  await give('backups.create', {});
  await give('backups.setRule', { budgetMb: 500 });
  await tellEnds(teller, known);
}

async function tellModels({ give, file }: Teller, known: Known): Promise<void> {
  const churn = await give('models.create', { name: 'Churn', unit: 'Retail', tier: 2, stage: 'validation' });
  known.model = churn.id;
  const other = await give('models.create', { name: 'Fraud', unit: 'Retail', tier: 1, stage: 'deployed' });
  known.other = other.id;
  const ids = [churn.id, other.id];
  await give('models.update', { id: churn.id, patch: { businessOwner: 'Ada', updateFrequency: 'monthly' } });
  await give('models.update', { id: churn.id, patch: { unit: 'Retail / Cards', notes: 'seen' } });
  await give('models.approve', { id: churn.id, approvedBy: 'Barbara' });
  await give('models.move', { id: churn.id, to: 'deployed', version: '2' });
  await give('models.updateMany', { ids, patch: { criticality: 'critical', addTags: ['board'] } });
  await give('models.moveMany', { ids, to: 'monitored' });
  await give('views.save', { name: 'Retail', filter: { unit: ['Retail'], reviewDueBefore: 'quarter-end' } });
  await give('views.save', { name: 'Open', page: 'incidents', address: { filter: { open: true } } });
  await give('imports.pasted', { text: MODELS });
  const table = file('more.csv', MODELS);
  known.importId = (await give('imports.apply', { file: table })).importId;
  const mapping = { fields: [{ field: 'name' as const, columns: ['name'] }] };
  const to = { kind: 'mlflow', label: 'Registry', address: 'https://mlflow.example' } as const;
  const connection = await give('connections.save', to);
  await give('connections.refresh', {});
  await give('connections.agree', { id: connection.id, origin: connection.origin, shown: connection.shown });
  await give('connections.save', { ...to, id: connection.id, address: 'https://elsewhere.example', refresh: 'daily' });
  await give('connections.remove', { id: connection.id });
  const tickets = {
    kind: 'jira',
    label: 'Tickets',
    address: 'https://jira.example',
    scope: 'OPS',
    auth: 'token',
  } as const;
  known.connection = (await give('connections.save', tickets)).id;
  const attach = [{ by: 'component' as const, is: 'Churn', modelId: churn.id }];
  const words = [{ field: 'status' as const, from: 'Waiting', to: 'acknowledged' }];
  await give('connections.save', { ...tickets, id: known.connection, mapping: { attach, words } });
  await give('connections.attach', { id: known.connection });
  await give('imports.savePreset', { name: 'Ours', mapping });
}

async function tellDrift({ give, ask, file }: Teller, known: Known): Promise<void> {
  const modelId = known.model;
  const drifted = Array.from({ length: 8 }, (_, n) => ({
    modelId,
    column: 'age',
    metric: 'psi',
    method: 'PSI',
    base: 'e' as const,
    binning: 'deciles of the reference',
    source: { tool: 'Modelfolio' },
    at: week(n),
    value: n < 3 ? 0.02 : 0.5,
    nRef: 10_000,
    nCur: 4_000,
    nBins: 10,
    distribution: { bins: ['a', 'b'], reference: [5, 5], current: [8, 2] },
  }));
  await give('drift.record', { results: drifted });
  known.series = (await ask('drift.series', { modelId })).series[0]?.id ?? 0;
  const [item] = (await ask('drift.retraining', {})).items;
  const start = { id: item?.id ?? '', owner: 'Ada', until: '2027-01-31' };
  await give('drift.startRetraining', start);
  await give('drift.resolve', { id: start.id, outcome: 'against', until: '2027-02-28', note: 'a sale' });
  await give('drift.import', { file: file('drift.csv', DRIFT) });
  await give('drift.setBand', { metric: 'psi', tier: 2, bands: { watch: 0.6, act: 0.9 } });
  await give('drift.setRules', { retrainingWindows: 2 });
  const beside = { modelId, version: '2.1', mode: 'split', share: 0.1, at: '2026-11-20' } as const;
  known.challenger = (await give('challengers.start', beside)).id;
  await give('drift.record', {
    results: drifted.slice(-1).map((one) => ({ ...one, value: 0.03, modelVersion: '2.1' })),
  });
  await give('challengers.promote', { id: known.challenger, reason: 'It drifts less' });
  const second = await give('challengers.start', { ...beside, version: '2.2' });
  await give('challengers.giveUp', { id: second.id, reason: 'No better' });
  await give('drift.askRetraining', { modelId: known.other, reason: 'New products' });
  // What the tier decides: approval, bands, and with them the health.
  await give('models.update', { id: modelId, patch: { tier: 3 } });
}

async function tellIncidents({ give }: Teller, known: Known): Promise<void> {
  const late = await give('incidents.create', {
    title: 'Scores late',
    severity: 2,
    openedAt: '2026-11-02T08:00:00Z',
    modelId: known.model,
  });
  known.incident = late.id;
  const other = await give('incidents.create', { title: 'Wrong scores', openedAt: '2026-10-02T08:00:00Z' });
  const ids = [late.id, other.id];
  await give('incidents.update', { id: late.id, patch: { owner: 'Ada', costMinor: 5_000, personHours: 6 } });
  await give('incidents.updateMany', { ids, patch: { cause: 'drift' } });
  await give('incidents.move', { id: late.id, to: 'acknowledged', at: '2026-11-02T09:00:00Z' });
  await give('incidents.planMitigation', { id: late.id, owner: 'Ada', due: '2026-11-20' });
  await give('incidents.moveMany', { ids, to: 'resolved', at: '2026-11-03T09:00:00Z' });
  await give('incidents.attach', { ids: [other.id], modelId: known.other });
  // Names and units are shown beside incidents, from a copy that the engine keeps in memory.
  await give('models.update', { id: known.model, patch: { name: 'Churn of clients', unit: 'Retail / Savings' } });
  await give('models.update', { id: known.other, patch: { tier: null } });
  await give('models.move', { id: known.model, to: 'retraining', version: '3' });
}

async function tellAssessments({ give }: Teller, known: Known): Promise<void> {
  const answerAll = async (id: string, value: 1 | 2): Promise<void> => {
    for (const { id: questionId } of CORE_QUESTIONS.questions.slice(0, 2))
      await give('assessments.answer', { id, questionId, value });
  };
  const first = await give('assessments.start', { name: 'First', target: 2 });
  known.earlier = first.id;
  await answerAll(first.id, 1);
  await give('assessments.finish', { id: first.id });
  const second = await give('assessments.start', { name: 'Second', target: 3 });
  known.assessment = second.id;
  await give('assessments.update', { id: second.id, patch: { respondents: ['Ada'], target: 2 } });
  await answerAll(second.id, 2);
  const [question] = CORE_QUESTIONS.questions;
  await give('assessments.clearAnswer', { id: second.id, questionId: question?.id ?? '' });
  const questionId = CORE_QUESTIONS.questions[1]?.id ?? '';
  await give('assessments.answer', { id: second.id, questionId, respondent: 'Ada', value: 3 });
  await give('assessments.renameRespondent', { id: second.id, respondent: 'Ada', name: 'Ada Byron' });
  await give('assessments.removeRespondent', { id: second.id, respondent: 'Ada Byron' });
  await give('assessments.finish', { id: second.id });
  // Evidence for the claims is counted once for each state of the rows: another state, another count.
  await give('models.move', { id: known.other, to: 'retraining' });
  await give('assessments.reopen', { id: second.id });
  await give('models.update', { id: known.other, patch: { updateFrequency: 'daily' } });
  const components = Object.fromEntries(
    COMPONENTS.map((component) => [component, { coverage: 'full', evidence: 'seen' }]),
  ) as Input<'vendors.save'>['components']; // every component has an entry
  known.offer = (await give('vendors.save', { name: 'Suite', components })).id;
}

async function tellScenarios({ give, ask }: Teller, known: Known): Promise<void> {
  const { id } = await give('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  known.scenario = id;
  known.rival = (await give('scenarios.create', { from: { kind: 'preset', preset: 'conservative' } })).id;
  await give('scenarios.update', { id, patch: { notes: 'for the board', runs: 100, asked: { startDate: '2027-01' } } });
  await give('scenarios.update', { id, patch: { named: [{ level: 'L2', label: 'Licences', amount: 90_000 }] } });
  const { measured } = await ask('scenarios.measured', { id });
  const [taken] = measured.filter(({ value }) => value !== null);
  if (taken) await give('scenarios.take', { id, measure: taken.key });
  await give('scenarios.reset', { id, paths: taken?.sets.map(({ path }) => path) ?? [] });
  // A plan of before: its cost of an incident was measured by hours, and does not follow them.
  const { inputs } = await give('scenarios.take', { id, measure: 'incidentHours' });
  const { incidentHours: _hours, derived: _follows, ...held } = inputs;
  await give('scenarios.update', { id, patch: { inputs: held } });
  await give('scenarios.follow', { id });
  await give('scenarios.calibrate', { id, least: 1, likely: 2, most: 4, by: 'Ada', day: '2026-11-20' });
  const { lines } = await ask('scenarios.gaps', { id });
  await give('scenarios.takeGaps', { id, gaps: lines.slice(0, 1).map(({ questionId }) => ({ questionId })) });
  await give('scenarios.retire', { id, modelIds: [known.model] });
  await give('scenarios.choose', { id: known.rival });
}

async function tellGovernance({ give, ask, file }: Teller, known: Known): Promise<void> {
  await give('governance.setUnit', {
    unit: '',
    jurisdictions: ['EU', 'CA', 'US'],
    bodies: ['ca_frfi', 'us_bank'],
    frameworks: ['nist-ai-rmf'],
  });
  await give('governance.setOrganisation', { facts: { provider: 'Example Group, 1 Main Street' } });
  const ids = [known.model, known.other];
  await give('governance.answer', { ids, pack: 'eu-ai-act', answers: { role: ['provider'], prohibited: 'no' } });
  await give('governance.setFacts', { ids, facts: { countries: ['DE', 'FR'], outputs: 'A score' } });
  const { evidence } = await give('evidence.add', {
    ids: [known.model],
    kind: 'validation',
    on: '2026-11-02',
    by: 'Bo',
  });
  const ours = await give('evidence.add', { kind: 'training_literacy', on: '2026-11-03', by: 'People team' });
  const finding = await give('findings.create', {
    modelId: known.model,
    title: 'Thin files score low',
    source: 'validation',
    severity: 'medium',
    openedOn: '2026-11-02',
    due: '2026-11-20',
  });
  await give('findings.update', { id: finding.id, patch: { owner: 'Ada', status: 'in_remediation' } });
  await give('findings.close', { id: finding.id, on: '2026-11-20', evidenceId: evidence[0]?.id ?? '' });
  const rests = await give('dependencies.add', { modelId: known.model, dependsOn: known.other, relation: 'input' });
  await give('dependencies.add', { modelId: known.model, outside: 'Bureau score', relation: 'input' });
  const foundation = await give('dependencies.add', {
    modelId: known.model,
    outside: 'OpenAI / GPT-5',
    relation: 'foundation_model',
    critical: true,
    from: '2026-01-01',
  });
  await give('dependencies.release', { outside: 'OpenAI / GPT-5', ids: [known.model], version: 'GPT-5 of November' });
  await give('dependencies.update', { id: foundation.id, patch: { until: '2026-12-31' } });
  await give('dependencies.remove', { id: rests.id });
  const report = { incidentId: known.incident, pack: 'eu-ai-act', clock: 'art73', awareOn: '2026-11-10' };
  await give('governance.noteReport', { ...report, class: 'other' });
  await give('governance.noteReport', { ...report, class: 'death', reportedOn: '2026-11-12', authority: 'Authority' });
  await give('evidence.update', { id: evidence[0]?.id ?? '', patch: { validUntil: '2027-11-02', note: 'Report 12' } });
  await give('reviews.complete', { modelId: known.other, on: '2026-11-04', by: 'Bo' });
  await tellPacks({ give, file });
  const { reports } = await ask('governance.reports', {});
  await give('governance.removeReport', { id: reports[0]?.id ?? '' });
  await give('evidence.remove', { ids: [ours.evidence[0]?.id ?? ''] });
}

async function tellEnds(teller: Teller, known: Known): Promise<void> {
  const { give, ask, file } = teller;
  const [view] = (await ask('views.list', {})).views;
  await give('views.remove', { id: view?.id ?? '' });
  const preset = (await ask('imports.presets', {})).presets.find(({ shipped }) => !shipped);
  await give('imports.removePreset', { id: preset?.id ?? '' });
  const { importId } = await give('imports.apply', { file: file('late.csv', 'name,unit\nLate,Legal\n') });
  await give('imports.undo', { importId });
  await give('vendors.remove', { id: known.offer });
  await give('scenarios.remove', { id: known.scenario });
  await give('assessments.remove', { id: known.assessment });
  await give('incidents.remove', { ids: [known.incident] });
  const spare = await give('models.create', { name: 'Spare' });
  const twin = await give('models.create', { name: 'Spare, again', unit: 'Legal' });
  await give('models.merge', { keep: spare.id, merge: [twin.id] });
  await give('imports.apply', {
    file: file('answers.csv', 'name,unit\nSpare,Legal\n'),
    answers: [{ rowKey: 'none', modelId: spare.id, answer: 'later' }],
    unitAnswers: [{ short: 'LGL', full: 'Legal', scope: '', kind: 'same' }],
  });
  await give('imports.askedOwners', { source: 'Inventory', ids: [spare.id] });
  await give('models.remove', { ids: [known.model] });
  await give('history.undo', {});
  await give('history.redo', {});
  await give('history.undo', {});
  const [backup] = (await ask('backups.list', {})).backups;
  await give('backups.restore', { id: backup?.id ?? '' });
  await give('workspace.close', {});
  await give('workspace.open', { file: file('acme.modelfolio') });
  await give('workspace.create', { name: 'Other', currency: 'USD', file: file('other.modelfolio') });
  await give('recovery.openBackup', { file: file('acme.modelfolio'), id: backup?.id ?? '' });
  await give('recovery.repair', { file: file('acme.modelfolio') });
  await give('workspace.open', { file: file('other.modelfolio') });
  const recents = (await ask('workspace.status', {})).recents;
  const [acme] = recents.filter(({ fileName }) => fileName === 'acme.modelfolio');
  await give('workspace.openRecent', { id: acme?.id ?? '' });
  await tellLocks(teller);
  const [other] = recents.filter(({ fileName }) => fileName === 'other.modelfolio');
  await give('workspace.forgetRecent', { id: other?.id ?? '' });
}

/** The portfolio is encrypted, and made plain again. */
async function tellLocks({ give }: Teller): Promise<void> {
  const passphrase = 'a passphrase of the story';
  await give('encryption.set', { passphrase });
  await give('encryption.settleCopies', { how: 'encrypt' });
  await give('workspace.leaveLocked', {});
  await give('encryption.remove', { current: passphrase });
}
