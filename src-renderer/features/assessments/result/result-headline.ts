import { COMPONENT_LABELS, COMPONENTS, type Component } from '#domain/assessments/components';
import { counted, oneOf, smallNumber, verb } from '#domain/base/wording';
import { formatDate, formatNumber, formatShare } from '../../../lib/format';
import { componentsIn, levelInWords } from './level-words';
import type { Result } from './result-score';

/** More names than this are a number. */
const NAMES_AT_MOST = 2;

/** The components that the overall level is the level of; none where nothing applies. */
export function heldBackBy({ score }: Result): Component[] {
  return COMPONENTS.filter((component) => score.components[component].level === score.overallLevel);
}

function holdersInWords(holders: readonly Component[]): string {
  if (holders.length <= NAMES_AT_MOST) return oneOf(holders.map(componentsIn), 'and');
  return holders.length === COMPONENTS.length
    ? 'all six components'
    : `${smallNumber(holders.length)} of the six components`;
}

const isAnswered = ({ assessment }: Result): boolean =>
  Object.values(assessment.answers).some(({ value }) => value !== 'unknown');

/** The finding as one sentence that can be read aloud. */
export function resultHeadline(result: Result): string {
  const { assessment, score } = result;
  const { level: needed, models } = assessment.recommendation;
  if (!isAnswered(result)) return 'Nothing is answered yet: the finding comes with the first answers';
  const works = assessment.unit === '' ? 'You work' : `${assessment.unit} works`;
  const at = `${works} ${levelInWords(score.overallLevel)}`;
  if (needed === null) return `${at}; no model is in production yet, so there is no level to hold it against`;
  const need = `${counted(models, 'model')} ${verb(models, 'asks for', 'ask for')} level ${needed} by the rule of thumb`;
  if (score.overallLevel > needed) return `${at}; ${need} only`;
  if (score.overallLevel === needed)
    return `${at}, and ${counted(models, 'model')} ${verb(models, 'asks for', 'ask for')} just that`;
  const holders = heldBackBy(result);
  const hold = verb(holders.length, 'holds', 'hold');
  const whom = assessment.unit === '' ? 'you' : 'it';
  return `${at}; ${need}; ${holdersInWords(holders)} ${hold} ${whom} back`;
}

function weightsInWords({ assessment }: Result): string {
  const other = COMPONENTS.filter((component) => (assessment.weights[component] ?? 1) !== 1);
  if (other.length === 0) return 'all components weigh the same';
  const named = other.map(
    (component) => `${COMPONENT_LABELS[component]} ${formatNumber(assessment.weights[component] ?? 1, 2)}`,
  );
  return `weights ${named.join(', ')}, all others 1`;
}

function unknownInWords({ score }: Result): string {
  const best = score.overallLevelIfUnknownsBest;
  return best > score.overallLevel ? ` The unknown answers could lift it to level ${best} at best.` : '';
}

/** When, on how much, how well shown, and with which versions it was computed. */
export function resultSubline(result: Result): string {
  const { assessment, questions, score } = result;
  const applicable = COMPONENTS.reduce((sum, component) => sum + score.components[component].applicable, 0);
  const known = Math.round(score.answered * applicable);
  const when =
    assessment.finishedAt === null
      ? `${assessment.name}, started ${formatDate(assessment.startedAt)} and still open`
      : `${assessment.name}, finished ${formatDate(assessment.finishedAt)}`;
  const answered = `${formatNumber(known)} of ${formatNumber(applicable)} questions answered`;
  const confidence = `confidence ${formatShare(score.confidence)}`;
  const versions = `Computed with version ${questions.version} of the questions, thresholds ${assessment.thresholds.version}; ${weightsInWords(result)}.`;
  return `${when}: ${answered}, ${confidence}.${unknownInWords(result)} ${versions}`;
}
