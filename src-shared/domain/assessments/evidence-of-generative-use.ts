import { counted, verb } from '../base/wording';
import type { EvidenceFacts } from './evidence-facts';
import { EVIDENCE_SHARES, type EvidenceRule, of } from './evidence-rule';

const { each, most } = EVIDENCE_SHARES;

const UNIT = 'generative models and agents in production';

const ofUses = (part: number, { generative }: EvidenceFacts, has: string, have: string): string =>
  `${of(part, generative, 'generative model')} and agents in production ${verb(part, has, have)}`;

/** Questions on generative AI that results, dependencies and people named answer. */
export const GENERATIVE_USE_RULES: readonly EvidenceRule[] = [
  {
    questionId: 'ET6',
    // That a limit holds a release back does not show in results.
    ceiling: 2,
    unit: UNIT,
    count: ({ generative, generativeEvaluated }) => ({ part: generativeEvaluated, whole: generative }),
    silence: ({ evaluations }) => (evaluations > 0 ? null : 'no result of an evaluation has been recorded here'),
    suggests: (_facts, share) => (share >= most ? 2 : share > 0 ? 1 : 0),
    words: (facts) =>
      ofUses(
        facts.generativeEvaluated,
        facts,
        'has a result of an evaluation within twelve months',
        'have a result of an evaluation within twelve months',
      ),
  },
  {
    questionId: 'CD6',
    ceiling: 2,
    unit: UNIT,
    count: ({ generative, generativeWithProvider }) => ({ part: generativeWithProvider, whole: generative }),
    silence: ({ providers }) =>
      providers > 0 ? null : 'of no model has it been recorded here what foundation model it relies on',
    suggests: ({ providerChanges }, share) => {
      if (share >= most && providerChanges > 0) return 2;
      return share > 0 ? 1 : 0;
    },
    words: (facts) =>
      ofUses(
        facts.generativeWithProvider,
        facts,
        'names the foundation model that it relies on',
        'name the foundation model that they rely on',
      ),
    also: ({ providerChanges }) => [
      providerChanges === 0
        ? "No change of a provider's model is recorded as a release"
        : `A change of a provider's model is recorded as a release ${counted(providerChanges, 'time')}`,
    ],
  },
  {
    questionId: 'MG6',
    // Whose account an agent uses does not show in a portfolio.
    ceiling: 2,
    unit: 'agents in production',
    count: ({ agents, agentsDescribed }) => ({ part: agentsDescribed, whole: agents }),
    suggests: (_facts, share) => (share >= each ? 2 : share > 0 ? 1 : 0),
    words: ({ agents, agentsDescribed: part }) =>
      `${of(part, agents, 'agent')} in production ${verb(part, 'has', 'have')} a stated autonomy and an overseer`,
  },
];
