/**
 * What others say of the same thing, counted by us in the file itself. Nothing here is part of a score; whoever shows one says n,
 * year, population and source, and that it is what they say of themselves.
 */
export interface Benchmark {
  readonly id: string;
  /** The question of the assessment that it stands beside. */
  readonly questionId: string;
  readonly year: number;
  /** Who was counted. */
  readonly population: string;
  /** What is counted, in their own terms. */
  readonly counts: string;
  readonly part: number;
  readonly whole: number;
  /** Of the whole: those that say nothing, which is not "no". */
  readonly silent: number;
  readonly source: string;
  readonly url: string;
  /** ISO day on which it was counted. */
  readonly readOn: string;
}

const OMB_2025 = {
  year: 2025,
  population: 'high-impact uses, deployed or piloted,',
  whole: 250,
  source: 'US federal agencies 2025, as they state it',
  url: 'https://github.com/ombegov/2025-Federal-Agency-AI-Use-Case-Inventory',
  readOn: '2026-11-30',
} as const;

/** Public inventories that were read whole. Surveys whose original we have not read are not here. */
export const BENCHMARKS: readonly Benchmark[] = [
  {
    ...OMB_2025,
    id: 'omb-2025-monitoring',
    questionId: 'MM2',
    counts: 'have monitoring established',
    part: 40,
    silent: 123,
  },
  {
    id: 'omb-2024-monitoring',
    questionId: 'MM2',
    year: 2024,
    population: 'uses in operation that say whether they are monitored',
    counts: 'have a process, by hand or automated',
    part: 67,
    whole: 76,
    silent: 0,
    source: 'US federal agencies 2024, as they state it',
    url: 'https://github.com/ombegov/2024-Federal-AI-Use-Case-Inventory',
    readOn: '2026-11-30',
  },
  {
    ...OMB_2025,
    id: 'omb-2025-independent-review',
    questionId: 'MG2',
    counts: 'have had an independent review',
    part: 37,
    silent: 123,
  },
];

/** Those that stand beside a question, the newest first. */
export const benchmarksOf = (questionId: string): readonly Benchmark[] =>
  BENCHMARKS.filter((one) => one.questionId === questionId).toSorted((a, b) => b.year - a.year);
