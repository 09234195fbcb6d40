import type { Input, QueryChannel } from '#contract/index';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import packExamples from '../../../resources/packs/testing/examples.json' with { type: 'json' };

/** What the story has brought so far: ids that questions ask for. Before there is one, nothing is found under `none`. */
export interface Known {
  readonly folder: string;
  /** References of files, as the engine knows them. */
  readonly inventory: string;
  readonly template: string;
  readonly out: string;
  model: string;
  other: string;
  incident: string;
  challenger: string;
  importId: string;
  connection: string;
  assessment: string;
  earlier: string;
  offer: string;
  scenario: string;
  rival: string;
  series: number;
}

/** A pack of the organisation's own, which the story takes in; one of its lines is to be verified. */
export const OWN_PACK = {
  ...packExamples.valid,
  fields: packExamples.valid.fields.map((field) => ({ ...field, verify: 'The wording of section 2' })),
};

type Questions = { readonly [N in QueryChannel]: (known: Known) => readonly Input<N>[] };

// The rules' inputs are readonly throughout; what is asked is a copy of the same shape.
const inputs = structuredClone(presetInputs('expected')) as Input<'investment.project'>['inputs'];
const uncertain = [{ path: 'discountRate', low: 0.05, mode: 0.08, high: 0.12 }];
const question = { inputs, compare: 'L2 vs L1', uncertain };
const staged = { id: 'step by step', steps: [{ level: 'L2' as const, startMonth: 0 }] };
const reference = { values: { age: [1, 2, 3, 4, 5, 6, 7, 8] } };
const [first = ''] = CORE_QUESTIONS.questions.map(({ id }) => id);

/**
 * Every question of the contract, in as many ways as it takes different roads through its handler. A channel that is not here
 * does not compile, and fails the test.
 */
export const QUESTIONS: Questions = {
  'workspace.status': () => [{}],
  'workspace.compareReplaced': () => [{}],
  'workspace.conflicts': () => [{}],
  'workspace.compareConflict': () => [{ id: 'none' }],
  'recovery.examine': ({ inventory }) => [{ file: inventory }],
  'portfolio.info': () => [{}],
  'portfolio.asOf': () => [{ at: '2026-06-30' }, { at: '2026-11-23T10:00:00.000Z' }],
  'backups.list': () => [{}],
  'encryption.status': () => [{}],
  // The journeys of a shared portfolio hold these fresh; here it is private.
  'share.status': () => [{}],
  'share.pending': () => [{}],
  'share.away': () => [{}],
  'share.unshared': () => [{}],
  'share.members': () => [{}],
  'governance.packs': () => [{}, { at: '2027-06-01' }],
  'packs.list': () => [{}, { at: '2027-06-01' }],
  'packs.get': () => [{ pack: 'eu-ai-act' }, { pack: 'osfi-e-23@2027-05-01' }, { pack: 'house-rules' }],
  'packs.check': () => [{ given: structuredClone(OWN_PACK) }, { given: {} }],
  'packs.export': ({ out }) => [{ pack: 'osfi-e-23', out }],
  'packs.schema': () => [{}],
  'governance.gates': ({ model }) => [{ modelId: model }],
  'governance.certificate': ({ model, out }) => [{ modelId: model, out }],
  'governance.completeness': () => [
    { pack: 'eu-ai-act' },
    { pack: 'osfi-e-23', at: '2027-12-03' },
    { pack: 'us-bank-model-risk', filter: { tier: [1, null] } },
    { pack: 'nist-ai-rmf' },
  ],
  'governance.map': () => [{ packs: ['eu-ai-act', 'osfi-e-23'], at: '2027-12-03' }],
  'governance.worklist': () => [{ packs: ['eu-ai-act', 'osfi-e-23'], at: '2027-12-03' }],
  'governance.model': ({ model }) => [{ modelId: model, pack: 'eu-ai-act' }],
  'governance.reports': ({ incident }) => [{}, { incidentId: incident }],
  'governance.units': () => [{}],
  'governance.organisation': () => [{}],
  'governance.facts': ({ model }) => [{ modelId: model }],
  'governance.clocks': () => [{}, { at: '2026-12-31' }],
  'reviews.calendar': ({ model }) => [{}, { months: 3, modelId: model }],
  'evidence.list': ({ model }) => [{}, { modelId: model }, { modelId: null }],
  'findings.list': ({ model }) => [{}, { modelId: model, open: true }],
  'findings.register': () => [{}, { closed: true, severity: ['medium'], overdue: true }],
  'dependencies.list': ({ model, other }) => [{}, { modelId: model }, { modelId: other }],
  'dependencies.falls': ({ other }) => [
    { modelId: other },
    { outside: 'OpenAI' },
    { outside: 'OpenAI', on: '2026-06-30' },
  ],
  'dependencies.graph': () => [{}, { on: '2026-06-30' }],
  'overview.summary': () => [{}, { at: '2026-06-30' }, { followed: true }],
  'overview.figures': () => [{}],
  'overview.follows': () => [{}],
  'nudges.settings': () => [{}],
  'overview.changes': () => [{}, { from: '2026-06-30', to: '2026-11-01' }],
  'overview.monday': () => [{}, { followed: true }, { since: '2026-11-01' }],
  'models.list': ({ importId }) => [
    {},
    { search: 'churn', sort: [{ field: 'releasesLast12Months' }] },
    { filter: { importId } },
    { filter: { importId, which: 'new' } },
    { filter: { importId, which: 'missing' } },
    { filter: { health: ['act', 'silent'], missing: ['owner'] }, limit: 1 },
    { filter: { openIncident: true, noResultAfter: '2026-10-01', qualityBelow: 90 }, sort: [{ field: 'dataQuality' }] },
  ],
  'models.completeness': () => [{}],
  'scenarios.carry': () => [{}],
  'models.columns': () => [{}],
  'models.grid': ({ model }) => [{}, { ids: [model] }],
  'challengers.list': ({ model }) => [{}, { modelId: model, running: false }, { at: '2026-10-31' }],
  'challengers.compare': ({ challenger }) => [{ id: challenger }],
  'models.facets': () => [{}],
  'models.get': ({ model, other }) => [{ id: model }, { id: other }],
  'models.liveVersions': ({ model }) => [{ at: '2026-11-23' }, { at: '2026-06-30', ids: [model] }],
  'models.history': ({ model }) => [{ id: model }],
  'models.timeline': ({ model, other }) => [{ id: model }, { id: other }],
  'imports.preview': ({ inventory }) => [{ file: inventory }],
  'imports.list': () => [{}],
  'imports.problems': ({ importId }) => [{ importId }],
  'imports.sets': ({ importId }) => [{ importId }],
  'imports.settles': ({ importId }) => [{ importId }],
  'imports.presets': () => [{}],
  'connections.list': () => [{}],
  'connections.requests': ({ connection }) => [{ id: connection }],
  'connections.rules': ({ connection }) => [{ id: connection }],
  'exports.models': ({ out }) => [{ out, format: 'csv', columns: ['name', 'tier', 'health'] }],
  'governance.worklistFile': ({ out }) => [{ packs: ['eu-ai-act', 'osfi-e-23'], at: '2027-12-03', format: 'csv', out }],
  'exports.findings': ({ out }) => [{ format: 'csv', out }],
  'governance.template': ({ model, out }) => [
    { template: 'model_card', format: 'xlsx', out, ids: [model] },
    { template: 'e23_inventory', format: 'xlsx', out, at: '2027-12-03' },
  ],
  'assistant.figures': () => [{ redact: { money: true } }],
  'assistant.models': () => [{}, { redact: { names: true }, filter: { tier: [1, null] } }],
  'assistant.model': ({ model }) => [{ ref: model }],
  'assistant.incidents': () => [{}, { redact: { texts: true }, open: false }],
  'exports.mlBom': ({ model, out }) => [{ out }, { out, version: '1.7', ids: [model], redact: { names: true } }],
  'exports.spdx': ({ out }) => [{ out, filter: { inProduction: true } }],
  'exports.figures': ({ out }) => [{ out }, { out, format: 'json', redact: { money: true } }],
  'exports.lines': ({ out }) => [{ out }],
  'exports.mlflowTags': ({ out }) => [{ out }],
  'exports.modelCard': ({ model, out }) => [{ id: model, out }],
  'exports.calendar': ({ out }) => [{ out }],
  'exports.incidents': ({ out }) => [{ out, format: 'csv', columns: ['number', 'title', 'modelName'] }],
  'drift.measure': () => [{ reference, current: reference }],
  'drift.inspect': ({ inventory }) => [{ file: inventory }],
  'drift.series': ({ model }) => [{ modelId: model }, { modelId: model, metric: 'psi', points: 4 }],
  'drift.heatmap': () => [
    { from: '2026-09-01', to: '2026-11-30', bucket: 'week' },
    { from: '2026-01-01', to: '2026-11-30', bucket: 'month', sort: 'name' },
  ],
  'drift.health': ({ model }) => [{}, { modelId: model }, { health: ['act'] }],
  'drift.distribution': ({ series }) => [{ seriesId: series }],
  'drift.comparable': ({ series }) => [{ a: series, b: series }],
  'drift.bands': () => [{}],
  'drift.falseAlarms': () => [{}, { tier: 1 }],
  'drift.retraining': ({ model }) => [{}, { modelId: model, open: false }, { at: '2026-10-31' }],
  'maturity.score': () => [{ answers: { [first]: { value: 2 } }, target: 2 }],
  'maturity.recommend': () => [{}, { models: 8, updatesPerYear: 12 }],
  'assessments.list': () => [{}],
  'assessments.get': ({ assessment, earlier }) => [{ id: assessment }, { id: earlier }],
  'assessments.demand': () => [{}, { unit: 'Retail' }],
  'assessments.compare': ({ assessment, earlier }) => [{ ids: [earlier, assessment] }],
  'vendors.list': () => [{}],
  'vendors.combine': ({ offer }) => [{ ids: [offer] }],
  'investment.project': () => [{ inputs }],
  'investment.simulate': () => [{ ...question, runs: 50 }],
  'investment.sensitivity': () => [question],
  'investment.options': () => [{ inputs }, { inputs, uncertain, runs: 50, paths: [staged] }],
  'investment.views': () => [
    { inputs, compare: 'L2 vs L1', uncertain, pathX: 'updatesPerYear', pathY: 'discountRate' },
  ],
  'incidents.list': ({ model }) => [{}, { search: 'late', filter: { modelId: [model], open: true } }],
  'incidents.ids': () => [{}, { filter: { unit: ['Retail'] } }],
  'incidents.counts': () => [{ of: 'unit' }, { of: 'status' }, { of: 'modelId' }],
  'incidents.get': ({ incident }) => [{ id: incident }],
  'incidents.history': ({ incident }) => [{ id: incident }],
  'incidents.facets': () => [{}],
  'incidents.metrics': () => [{}, { from: '2026-01-01', by: 'unit' }, { by: 'month' }],
  'incidents.ageing': () => [{}],
  'incidents.pareto': () => [{ by: 'model' }, { by: 'cause', weight: 'costMinor' }],
  'incidents.flow': () => [{}],
  'incidents.calendar': () => [{}],
  'incidents.announced': () => [{}],
  'incidents.timeline': ({ model }) => [{ modelId: model }],
  'incidents.ofModel': ({ model }) => [{ modelId: model }],
  'scenarios.list': () => [{}],
  'scenarios.get': ({ scenario, rival }) => [{ id: scenario }, { id: rival }],
  'scenarios.compare': ({ scenario, rival }) => [{ ids: [scenario, rival] }],
  'scenarios.measured': ({ scenario }) => [{ id: scenario }],
  'scenarios.people': ({ scenario }) => [{ id: scenario }],
  'scenarios.gaps': ({ scenario }) => [{ id: scenario }],
  'scenarios.explain': ({ scenario }) => [{ id: scenario, level: 'L2', year: 1 }],
  'reports.list': () => [{}],
  'reports.template': ({ template }) => [{ file: template }],
  'reports.preview': () => [{}],
  'reports.dress': () => [{}],
  'views.list': () => [{}],
  'search.find': ({ model, incident }) => [
    { text: 'churn' },
    { text: 'late', limit: 1 },
    {
      recent: [
        { kind: 'model', id: model },
        { kind: 'incident', id: incident },
      ],
    },
  ],
  'settings.get': () => [{}],
  'journal.list': ({ model }) => [
    {},
    { modelId: model, limit: 5 },
    { subject: 'models', actor: 'Ada', search: 'churn' },
    { field: 'models.tier', from: 'year-start' },
  ],
  'journal.facets': () => [{}],
  'journal.verify': () => [{}],
  'journal.export': ({ out }) => [{ out }],
  'journal.verifyExport': ({ inventory }) => [{ file: inventory }],
  'journal.certificate': ({ inventory, out }) => [{ file: inventory, out }],
  'history.state': () => [{}],
  'jobs.cancel': () => [{ jobId: '00000000-0000-4000-8000-000000000000' }],
};
