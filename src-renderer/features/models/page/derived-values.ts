import type { DatePrecision } from '#domain/base/period';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import type { Model } from './model-types';

/** The formats that the screen uses, passed in so that the words can be tested without a locale. */
export interface Words {
  readonly date: (at: string, precision: DatePrecision) => string;
  readonly days: (days: number, precision: DatePrecision) => string;
}

export interface DerivedValue {
  readonly label: string;
  /** '' while it cannot be said. */
  readonly value: string;
  /** How it is computed from what is recorded, or what is missing to compute it. */
  readonly how: string;
}

const sayOn = (precision: DatePrecision): string => (precision === 'day' ? 'on' : 'in');

/** What is known to a span only is counted from its middle. */
const middleOf = (precision: DatePrecision): string =>
  precision === 'day' ? '' : ` Known to the ${precision}, counted from its middle.`;

const timeInStage = (model: Model, words: Words): DerivedValue => ({
  label: MODEL_FIELDS.timeInStageDays.label,
  value: model.timeInStageDays === null ? '' : words.days(model.timeInStageDays, model.stageSincePrecision),
  how:
    model.stageSince === null
      ? 'The move into this stage has no date. Record the move with its date to see how long the model has been here.'
      : `From the move into this stage ${sayOn(model.stageSincePrecision)} ${words.date(model.stageSince, model.stageSincePrecision)} until now.${middleOf(model.stageSincePrecision)}`,
});

const timeToProduction = (model: Model, words: Words): DerivedValue => ({
  label: MODEL_FIELDS.timeToProductionDays.label,
  value:
    model.timeToProductionDays === null ? '' : words.days(model.timeToProductionDays, model.timeToProductionPrecision),
  how:
    model.timeToProductionDays === null
      ? 'Needs a dated entry into data preparation or training and a later dated deployment.'
      : `From the first dated entry into data preparation or training to the first dated deployment.${middleOf(model.timeToProductionPrecision)}`,
});

const versionAge = (model: Model, words: Words): DerivedValue => ({
  label: MODEL_FIELDS.versionAgeDays.label,
  value: model.versionAgeDays === null ? '' : words.days(model.versionAgeDays, model.versionSincePrecision),
  how:
    model.versionAgeDays === null || model.versionSince === null
      ? 'Needs a dated move to Deployed that names the version which went live.'
      : `From ${words.date(model.versionSince, model.versionSincePrecision)}, when version ${model.version} went live, until now.${middleOf(model.versionSincePrecision)}`,
});

const releases = (model: Model): DerivedValue => ({
  label: MODEL_FIELDS.releasesLast12Months.label,
  value: String(model.releasesLast12Months),
  how: 'Dated moves to Deployed in the last 12 months. Moves without a date cannot be counted.',
});

const lastSign = (model: Model, words: Words): DerivedValue => ({
  label: MODEL_FIELDS.lastSignOfLife.label,
  value: model.lastSignOfLife === null ? '' : words.date(model.lastSignOfLife, model.lastSignOfLifePrecision),
  how:
    model.lastSignOfLife === null
      ? 'No move of this model has a date.'
      : 'The latest dated move that is recorded for this model.',
});

const reviewValue = (model: Model, words: Words): string => {
  if (model.reviewDue !== null) return words.date(model.reviewDue, 'day');
  return model.inProduction ? '' : 'none due';
};

const reviewHow = (model: Model): string => {
  switch (model.reviewSource) {
    case 'typed':
      return `The date typed into ${MODEL_FIELDS.nextReview.label}; without it the interval of the tier would count.`;
    case 'tier':
      return `The later of the first deployment and the last approval, plus the review interval of tier ${model.tier ?? '?'} in Settings.`;
    case 'none':
      return model.inProduction
        ? `Needs a tier and a dated deployment or approval, or a date typed into ${MODEL_FIELDS.nextReview.label}.`
        : `Reviews are due for models in production; type a date into ${MODEL_FIELDS.nextReview.label} to plan one earlier.`;
  }
};

/** What follows from the recorded moves, each with its rule; nothing of it can be typed. */
export const derivedValues = (model: Model, words: Words): readonly DerivedValue[] => [
  timeInStage(model, words),
  timeToProduction(model, words),
  versionAge(model, words),
  releases(model),
  lastSign(model, words),
  {
    label: MODEL_FIELDS.reviewDue.label,
    value: reviewValue(model, words),
    how: reviewHow(model),
  },
];
