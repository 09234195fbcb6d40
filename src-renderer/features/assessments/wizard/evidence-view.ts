import { NO_EVIDENCE_WORDS } from '#domain/assessments/evidence';
import type { Assessment } from './assessment-types';

export interface EvidenceView {
  /** `none`: the portfolio cannot know, which is not "no". */
  readonly tone: 'none' | 'open' | 'bears_out' | 'shows_all' | 'contradicts';
  /** The verdict in words; '' where there is none. */
  readonly verdict: string;
  /** What the rows say, with counts. */
  readonly words: string;
  readonly also: readonly string[];
  /** What the rows can suggest at all, in a sentence; '' where they suggest nothing. */
  readonly reach: string;
}

type Evidence = Assessment['evidence'][number];

const reachWords = (suggests: number, ceiling: number): string =>
  ceiling >= 3
    ? `These rows suggest the answer ${suggests}.`
    : `These rows suggest the answer ${suggests}; more than ${ceiling} does not show in a portfolio.`;

const verdictOf = ({ claimed, suggests, contradiction }: Evidence): Pick<EvidenceView, 'tone' | 'verdict'> => {
  if (suggests === null) return { tone: 'none', verdict: '' };
  if (claimed === null) return { tone: 'open', verdict: '' };
  if (contradiction)
    return { tone: 'contradicts', verdict: `Contradicts the answer ${claimed}: the rows show ${suggests}` };
  if (claimed > suggests)
    return { tone: 'shows_all', verdict: `Shows all that rows can show; they cannot show ${claimed}` };
  return { tone: 'bears_out', verdict: `Bears out the answer ${claimed}` };
};

/** What the portfolio's own rows say to a question, beside what was claimed. */
export const evidenceView = (evidence: readonly Evidence[], questionId: string): EvidenceView => {
  const own = evidence.find((entry) => entry.questionId === questionId);
  if (!own) return { tone: 'none', verdict: '', words: NO_EVIDENCE_WORDS, also: [], reach: '' };
  return {
    ...verdictOf(own),
    words: /[.!?]$/.test(own.words) ? own.words : `${own.words}.`,
    also: own.also,
    reach: own.suggests === null ? '' : reachWords(own.suggests, own.ceiling),
  };
};
