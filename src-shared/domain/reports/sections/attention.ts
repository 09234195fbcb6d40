import { sayHealthWithoutColumn } from '../../drift/health-words';
import type { ReportBlock } from '../content';
import { left, type ReportKit, type SectionBuilder, source, table, text, told } from '../kit';
import { HEALTH_MARKS, MARKS } from './marks';

export const attentionSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { attention } = facts.summary;
  const urgent = attention.filter(({ severity }) => severity === 'act').length;
  return {
    id: 'attention',
    title: 'What needs attention first',
    headline:
      attention.length === 0
        ? 'Nothing asks for attention'
        : urgent === 0
          ? `${write.counted(attention.length, 'matter')} to look at, none of them urgent`
          : `${write.counted(urgent, 'matter')} ${urgent === 1 ? 'asks' : 'ask'} for action, of ${write.count(attention.length)} to look at`,
    lead: '',
    blocks: [attention.length === 0 ? nothing : matters(kit), ...models(kit)],
    sources: [
      source(
        'Matters',
        'overview.summary',
        'rules over the inventory, drift, incidents and the assessment, ranked by tier',
        write.counted(attention.length, 'matter'),
      ),
      source(
        'Models that drifted or fell silent',
        'drift.health',
        'the most urgent first',
        write.counted(facts.drift.total, 'model'),
      ),
    ],
  };
};

const nothing = text('No matter is open', [
  'Models without monitoring, owner or tier, drift and silence, open incidents, overdue reviews and claims without evidence would be listed here, the most urgent first.',
]);

function matters(kit: ReportKit): ReportBlock {
  const { facts, write } = kit;
  return table({
    title: 'Matters, ranked',
    reading: '',
    columns: [left('Urgency', 1), left('What', 4.2), left('Why', 6.8)],
    rows: facts.summary.attention.map(({ severity, title, detail, parts }) => [
      MARKS[severity],
      write.sentence(title),
      told(kit, detail, parts),
    ]),
    noun: ['matter', 'matters'],
  });
}

function models({ facts, write, redact }: ReportKit): ReportBlock[] {
  if (facts.drift.models.length === 0) return [];
  return [
    table({
      title: 'Models that drifted or fell silent',
      reading: '',
      columns: [left('Urgency', 1), left('Model', 3.5), left('Tier', 0.8), left('Finding', 6.7)],
      rows: facts.drift.models.map((model) => [
        HEALTH_MARKS[model.health],
        redact.model(model.modelId, model.name),
        model.tier === null ? '–' : String(model.tier),
        write.sentence(redact.withholdsTexts ? sayHealthWithoutColumn(model) : model.words),
      ]),
      noun: ['model', 'models'],
    }),
  ];
}
