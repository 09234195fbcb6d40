import type { SampleCalendar } from './calendar';
import { type Chance, chanceOf } from './chance';
import type { ModelPlan } from './model-plan';
import type { Step } from './step';
import { PEOPLE, type Person } from './story/people';

export const modelId = (key: string): string => `sample-${key}`;

/** The first day of the portfolio: three years before the day on which the sample is made. */
export const FIRST_DAY = -1096;
/** From this day on pricing releases through the pipeline that it built. */
const PIPELINE_DAY = -300;

const THOUSANDS = 100_000;

/** Everything that happened to one model, in no particular order. */
export function modelSteps(plan: ModelPlan, calendar: SampleCalendar, seed: number): readonly Step[] {
  const story = new Story(plan, calendar, chanceOf(seed, plan.key));
  return plan.life.before === undefined ? story.fromProposal() : story.fromBefore(plan.life.before);
}

type MoveTo = 'data_preparation' | 'training' | 'validation' | 'deployed' | 'monitored' | 'retraining' | 'retired';

class Story {
  readonly #steps: Step[] = [];
  readonly #id: string;
  readonly #maker: string;
  #version: string;

  constructor(
    readonly plan: ModelPlan,
    readonly calendar: SampleCalendar,
    readonly chance: Chance,
  ) {
    this.#id = modelId(plan.key);
    this.#maker = PEOPLE[plan.maker];
    this.#version = '0.9';
  }

  fromBefore(version: string): readonly Step[] {
    const { life } = this.plan;
    this.#version = version;
    const { identity, rating, running } = this.#fields();
    this.#do(FIRST_DAY, 9.5, PEOPLE.risk, {
      channel: 'models.create',
      id: this.#id,
      input: {
        ...identity,
        ...rating,
        ...running,
        stage: life.watched === undefined ? 'deployed' : 'monitored',
        since: this.calendar.date(life.from),
        version,
      },
    });
    return this.#later();
  }

  fromProposal(): readonly Step[] {
    const { life } = this.plan;
    const { identity, rating } = this.#fields();
    this.#do(life.from, 9.25, PEOPLE[this.plan.owner ?? this.plan.maker], {
      channel: 'models.create',
      id: this.#id,
      input: { ...identity, stage: 'proposed', since: this.calendar.work(life.from, 9.25) },
    });
    if (life.reached === 'proposed') return this.#steps;
    const [preparation, training, validation] = life.days ?? [30, 40, 25];
    const prepared = life.from + 14;
    this.#move(prepared, 'data_preparation', 'Accepted by the model forum; data access granted.');
    if (Object.keys(rating).length > 0) this.#update(prepared, 14, PEOPLE.risk, rating);
    if (life.reached === 'data_preparation') return this.#steps;
    const trained = prepared + preparation;
    this.#move(trained, 'training', 'Data set agreed with the business.');
    if (life.reached === 'training') return this.#steps;
    let validated = trained + training;
    this.#move(validated, 'validation', 'Candidate chosen on the agreed test data.');
    if (life.sentBack !== undefined) {
      this.#move(
        validated + 6,
        'training',
        'Validation: unstable for new customers; train again with more recent data.',
        PEOPLE.risk,
      );
      validated += 6 + life.sentBack;
      this.#move(validated, 'validation', 'Second candidate, with the findings answered.');
    }
    if (life.reached === 'validation') return this.#steps;
    this.#version = '1.0';
    this.#goLive(validated + validation, this.#lag(validated + validation, validation - 2), 'First release.');
    return this.#later();
  }

  #later(): readonly Step[] {
    const { life } = this.plan;
    for (const day of life.releases ?? []) this.#release(day);
    for (const { on, to, why } of life.corrections ?? []) {
      if (to === 'deployed') this.#version = nextVersion(this.#version, true);
      this.#move(on, to, why, this.#maker, to === 'deployed' ? { version: this.#version } : {});
    }
    if (life.retired !== undefined) {
      const { on, why, by } = life.retired;
      const successor = by === undefined ? {} : { replacedBy: modelId(by) };
      this.#move(on, 'retired', why, PEOPLE[this.plan.owner ?? 'head'], successor);
    }
    return this.#steps;
  }

  /** A new version: by the usual way where the model is watched, else by hand and recorded as what it is. */
  #release(day: number): void {
    const lag = this.#lag(day, 9);
    const validated = day - lag - this.chance.whole(2, 4);
    const started = validated - this.chance.whole(12, 26);
    const watched = this.plan.life.watched !== undefined;
    this.#version = nextVersion(this.#version, this.chance.unit() < 0.2);
    const why = watched ? this.chance.one(RETRAINED) : 'Retrained by hand; the model is not monitored.';
    this.#move(started, 'retraining', why);
    if (watched) this.#startRetraining(started, day);
    this.#move(validated, 'validation', this.#maybe('Better than the champion on the last quarter.'));
    this.#goLive(day, lag, this.#maybe('Champion replaced.'));
  }

  /** Where drift had asked for it by then. */
  #startRetraining(started: number, live: number): void {
    this.#do(started, 10.5, this.#maker, {
      channel: 'drift.startRetraining',
      input: async (ask) => {
        const [item] = (await ask('drift.retraining', { modelId: this.#id })).items;
        return item ? { id: item.id, owner: this.#maker, until: this.calendar.date(live + 2) } : null;
      },
    });
  }

  #goLive(day: number, lag: number, reason: string): void {
    const { tier, owner, life } = this.plan;
    if (tier === 1 || (tier === 2 && this.chance.unit() < 0.6))
      this.#do(day - lag, 11, PEOPLE.head, {
        channel: 'models.approve',
        input: {
          id: this.#id,
          approvedBy: PEOPLE[tier === 1 ? approver(this.plan) : (owner ?? 'head')],
          at: this.calendar.work(day - lag, 11),
          note: `Version ${this.#version}: ${this.chance.one(APPROVED)}`,
        },
      });
    this.#move(day, 'deployed', reason, this.#maker, { version: this.#version }, 15);
    if (this.#version === '1.0') this.#update(day, 16, this.#maker, this.#fields().running);
    if (life.watched === undefined) return;
    const first = this.#version === '1.0' ? Math.max(1, life.watched) : 1;
    this.#move(day + first, 'monitored', this.#maybe('Monitoring gives results.'), this.#maker, {}, 17);
  }

  /** Days from approval to go-live. */
  #lag(day: number, most: number): number {
    const piped = this.plan.unit.startsWith('Pricing') && day >= PIPELINE_DAY;
    return Math.min(most, piped ? this.chance.whole(1, 4) : this.chance.whole(9, 26));
  }

  /** One reason in eight was never written down. */
  #maybe(reason: string): string {
    return this.chance.unit() < 0.125 ? '' : reason;
  }

  #fields() {
    const { plan } = this;
    return {
      identity: {
        name: plan.name,
        purpose: plan.purpose,
        unit: plan.unit,
        businessOwner: plan.owner === null ? '' : PEOPLE[plan.owner],
        technicalOwner: this.#maker,
        type: plan.type,
        origin: plan.origin ?? 'in_house',
      },
      rating: {
        ...(plan.tier === null ? {} : { tier: plan.tier }),
        ...(plan.frequency === null ? {} : { updateFrequency: plan.frequency }),
        criticality: plan.criticality,
        personalData: plan.personalData,
        tags: [...(plan.tags ?? [])],
      },
      running: {
        ...(plan.value === null ? {} : { annualValueMinor: plan.value * THOUSANDS }),
        ...(plan.cost === null ? {} : { annualRunCostMinor: plan.cost * THOUSANDS }),
        ...(plan.registry === undefined
          ? {}
          : {
              externalReferences: [
                {
                  system: 'MLflow',
                  id: plan.registry,
                  url: `https://mlflow.aldermoor.example/#/models/${plan.registry}`,
                },
              ],
            }),
      },
    };
  }

  #update(
    day: number,
    hour: number,
    actor: string,
    patch: Extract<Step, { channel: 'models.update' }>['input'] extends infer I
      ? I extends { patch: infer P }
        ? P
        : never
      : never,
  ): void {
    if (Object.keys(patch).length === 0) return;
    this.#do(day, hour, actor, { channel: 'models.update', input: { id: this.#id, patch } });
  }

  #move(
    day: number,
    to: MoveTo,
    reason: string,
    actor = this.#maker,
    more: { readonly version?: string; readonly replacedBy?: string } = {},
    hour = 10,
  ): void {
    const input = { id: this.#id, to, reason, ...more };
    this.#do(day, hour, actor, { channel: 'models.move', input });
  }

  #do(day: number, hour: number, actor: string, what: Omitted): void {
    this.#steps.push({ at: this.calendar.work(day, hour), actor, ...what });
  }
}

/** A step without its moment. */
type Omitted = { [N in Step['channel']]: Omit<Extract<Step, { channel: N }>, 'at' | 'actor'> }[Step['channel']];

const RETRAINED = [
  'Scheduled retraining.',
  'Scheduled retraining with the last four quarters.',
  'Retraining: drift of the inputs.',
  'Retraining: two new inputs of the data team.',
] as const;
const APPROVED = [
  'backtest and stability within limits.',
  'findings of the validation are closed.',
  'approved with a review after three months.',
  'benchmark and fairness report seen.',
] as const;

/** Never the one who made it. */
const approver = ({ maker, owner }: ModelPlan): Person => (maker === 'risk' || owner === 'risk' ? 'cdo' : 'risk');

/** `1.3` → `1.4`, or `2.0`. */
function nextVersion(version: string, large: boolean): string {
  const [major = '1', minor = '0'] = version.split('.');
  return large ? `${Number(major) + 1}.0` : `${major}.${Number(minor) + 1}`;
}
