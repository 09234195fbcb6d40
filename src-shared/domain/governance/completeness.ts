import { lookupOf, type Scene } from './answers';
import { classify } from './classify';
import { holds } from './condition';
import { type EditionState, editionOn } from './editions';
import type { GovernedPortfolio } from './governed';
import {
  askedOf,
  askedOfAny,
  type DutyState,
  dutyState,
  type FieldState,
  fieldState,
  organisationDuty,
  organisationField,
  type Standing,
  type Subject,
} from './line-state';
import { lookAt, ModelOnDay } from './model-on-day';
import type { DutyLine, FieldLine, PackLine, RulePack } from './rule-pack';

export interface LineResult<L, S> {
  readonly line: L;
  /** In the order of the models; one where the line is asked of the organisation. */
  readonly states: readonly S[];
  /** Whether the one at this place is in a share: held or missing of what the text asks for on the day. */
  readonly counts: readonly boolean[];
  /** The day from which the source asks it of the one at this place; of several possible days the last; `null`: none is set. */
  readonly askedFrom: (place: number) => string | null;
}

/** What a portfolio holds of what one edition asks for, on a day. */
export interface Completeness {
  readonly pack: RulePack;
  readonly state: EditionState;
  /** Models that the pack applies to, or of which nobody has said whether it does; the others are left out. */
  readonly models: readonly { readonly id: string; readonly scope: 'yes' | 'unknown'; readonly class: string | null }[];
  readonly fields: readonly LineResult<FieldLine, FieldState>[];
  readonly duties: readonly LineResult<DutyLine, DutyState>[];
}

/**
 * A portfolio before the edition of a line that counts on a day.
 *
 * @param day ISO; ahead of today rows are today's, and validity and due dates are judged on the day
 * @returns `null`: the line has no edition for the day
 */
export function completenessOn(
  packs: readonly RulePack[],
  line: string,
  portfolio: GovernedPortfolio,
  day: string,
): Completeness | null {
  const edition = editionOn(packs, line, day);
  return edition === null ? null : completenessOf(edition.pack, edition.state, portfolio, day);
}

export function completenessOf(
  pack: RulePack,
  state: EditionState,
  portfolio: GovernedPortfolio,
  day: string,
): Completeness {
  const scene: Scene = { pack, portfolio, look: lookAt(portfolio, day) };
  const found = portfolio.models.map((model) => subjectOf(new ModelOnDay(model, portfolio, scene.look), scene));
  const asked = found.filter(({ model, scope }) => model.there && scope !== 'no');
  return {
    pack,
    state,
    models: asked.map(({ model, scope, lookup }) => ({
      id: model.id,
      scope: scope === 'yes' ? 'yes' : 'unknown',
      class: classOf(lookup('class')),
    })),
    fields: pack.fields.map((line) => ({
      line,
      askedFrom: askedFromOf(line, asked, pack),
      ...apart(
        line.per === 'organisation'
          ? [organisationField(line, asked, scene, state)]
          : asked.map((subject) => fieldState(line, subject, scene, state)),
      ),
    })),
    duties: pack.duties.map((line) => ({
      line,
      askedFrom: askedFromOf(line, asked, pack),
      ...apart(
        line.per === 'organisation'
          ? [organisationDuty(line, asked, scene, state)]
          : asked.map((subject) => dutyState(line, subject, scene, state)),
      ),
    })),
  };
}

const apart = <S>(each: readonly Standing<S>[]) => ({
  states: each.map(({ state }) => state),
  counts: each.map(({ counts }) => counts),
});

const askedFromOf =
  (line: PackLine, subjects: readonly Subject[], pack: RulePack) =>
  (place: number): string | null => {
    const subject = subjects[place];
    if (line.per === 'organisation') return askedOfAny(line, subjects, pack).from[0] ?? null;
    return (
      (subject &&
        askedOf(line, subject, pack)
          .from.filter((day) => day !== null)
          .toSorted()
          .at(-1)) ??
      null
    );
  };

const classOf = (known: unknown): string | null => (typeof known === 'string' ? known : null);

function subjectOf(model: ModelOnDay, scene: Scene): Subject {
  const lookup = lookupOf(model, scene, () => {
    const { classification } = scene.pack;
    // Rules of a classification name no class.
    return classification === undefined ? null : classify(classification, lookup);
  });
  return { model, scope: holds(scene.pack.appliesTo.condition, lookup), lookup };
}

export type Counts<S extends string> = { readonly [state in S]: number };

export const FIELD_STATES = ['held', 'missing', 'later', 'notApplicable', 'unknown'] as const;
export const DUTY_STATES = ['met', 'missing', 'due', 'notApplicable', 'unknown'] as const;
