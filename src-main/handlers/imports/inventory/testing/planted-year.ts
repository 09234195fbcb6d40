import { randomStream, uniform } from '#domain/scenarios/statistics/random';
import { NOTHING, type PlantedMonth } from './planted-month';
import { dayBefore, vocabulary } from './planted-words';

/** What the world knows of a model, independent of any import. */
export interface PlantedModel {
  readonly key: number;
  name: string;
  /** The name that the portfolio should have: another one as long as nobody has said that the two are one. */
  heldName: string;
  readonly unit: string;
  id: string;
  owner: string;
  heldOwner: string;
  purpose: string;
  stage: (typeof WORDS)[number];
  deployed: string;
  /** The day that the portfolio should have, '' for none. */
  heldDeployed: string;
  retired: string;
  /** Names of the stages that the portfolio should hold, with their days. */
  held: (readonly [string, string])[];
  /** Its row is not in the files any more. */
  gone: boolean;
}

const WORDS = ['Development', 'Pilot', 'Production', 'Retired'] as const;
export const UNITS: readonly (readonly [string, string])[] = [
  ['Department of Consumer Lending', 'DCL'],
  ['Department of Motor Insurance', 'DMI'],
  ['Department of Branch Operations', 'DBO'],
  ['Department of Capital Markets', 'DCM'],
  ['Department of Fraud Prevention', 'DFP'],
  ['Department of People and Culture', 'DPC'],
];
/** Each of these counts its models from 1. */
const COUNTING = new Set(['Department of Fraud Prevention', 'Department of People and Culture']);
const OF_UNIT = 50;

const HEAD = 'ID,Use case,Department,Department abbreviation,Purpose,Stage,In production since,Retired on,Owner';
const PLACEHOLDERS = ['', 'TBD', 'N/A', '-', 'none', '0'];

/** A year of monthly files with what each of them changes, and what a portfolio should hold in the end. */
export class PlantedYear {
  readonly models: PlantedModel[] = [];
  private readonly random: () => number;
  private readonly words: readonly string[];
  private readonly used = new Set<string>();
  private month = 0;
  private made = 0;
  private readonly counters = new Map<string, number>();
  /** Rows that wait for an answer: renamed without an id. */
  private readonly waiting: PlantedModel[] = [];
  private readonly contradicted = new Set<PlantedModel>();
  private readonly ownersDisputed = new Set<PlantedModel>();

  constructor(seed: number) {
    const stream = randomStream(seed);
    this.random = () => uniform(stream);
    this.words = vocabulary(this.random);
  }

  private below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  private phrase(words: number): string {
    return Array.from({ length: words }, () => this.words[this.below(this.words.length)]).join(' ');
  }

  private freshName(): string {
    for (;;) {
      const name = this.phrase(3);
      if (this.used.has(name)) continue;
      this.used.add(name);
      return name;
    }
  }

  private add(unit: string, day: string): PlantedModel {
    const key = this.made;
    this.made += 1;
    const place = (this.counters.get(unit) ?? 0) + 1;
    this.counters.set(unit, place);
    const counts = COUNTING.has(unit);
    const id = key % 5 === 4 ? '' : counts ? String(place) : `AI-${String(key + 100).padStart(4, '0')}`;
    const name = this.freshName();
    const stage = WORDS[key % 3] ?? 'Pilot';
    const deployed = stage === 'Production' && key % 2 === 0 ? dayBefore(day, 30 + this.below(300)) : '';
    const owner = `${this.words[this.below(40)]} ${this.words[this.below(40)]}`;
    const model: PlantedModel = {
      key,
      name,
      heldName: name,
      unit,
      id,
      owner,
      heldOwner: owner,
      purpose: `${this.phrase(12)}.`,
      stage,
      deployed,
      heldDeployed: deployed,
      retired: '',
      held: [[HELD[stage], deployed]],
      gone: false,
    };
    this.models.push(model);
    return model;
  }

  first(day: string): PlantedMonth {
    for (const [unit] of UNITS) for (let at = 0; at < OF_UNIT; at += 1) this.add(unit, day);
    return { ...NOTHING, day, file: this.fileOf({}), created: this.models.length };
  }

  /** Models of which nothing is planted yet this month, and that nothing is open about. */
  private picker(silent: string | null): (fits: (model: PlantedModel) => boolean) => PlantedModel {
    const taken = new Set<PlantedModel>([...this.waiting, ...this.contradicted, ...this.ownersDisputed]);
    return (fits) => {
      const open = this.models.filter((one) => !taken.has(one) && !one.gone && one.unit !== silent && fits(one));
      const model = open[this.below(open.length)];
      if (!model) throw new Error(`Month ${this.month} finds no model for what it plants.`);
      taken.add(model);
      return model;
    };
  }

  next(day: string): PlantedMonth {
    this.month += 1;
    const silent = this.month % 4 === 0 ? (UNITS[this.month % UNITS.length]?.[0] ?? null) : null;
    const spelled = this.month % 3 === 0 ? (UNITS[(this.month + 1) % UNITS.length]?.[0] ?? null) : null;
    const pick = this.picker(silent);
    const hasId = (model: PlantedModel): boolean => model.id !== '' && !/^\d+$/.test(model.id);

    // Rows of what was retired in an earlier month end.
    for (const model of this.models) if (model.stage === 'Retired') model.gone = true;

    const edited: [string, string][] = [];
    const added = [0, 1, 2].map(() => this.add(UNITS[this.below(UNITS.length)]?.[0] ?? '', day));
    const known = (model: PlantedModel): boolean => !added.includes(model);

    const renamed = [0, 1, 2].map(() => pick((model) => known(model) && hasId(model)));
    for (const model of renamed) {
      model.name = this.freshName();
      model.heldName = model.name;
    }
    const moved = [0, 1, 2].map(() =>
      pick((model) => known(model) && model.stage !== 'Production' && model.stage !== 'Retired'),
    );
    for (const model of moved) {
      model.stage = 'Production';
      model.deployed = dayBefore(day, 3 + this.below(20));
      model.heldDeployed = model.deployed;
      model.held = [...model.held, ['deployed', model.deployed]];
    }
    const dated = [0, 1].map(() =>
      pick((model) => known(model) && model.stage === 'Production' && model.deployed === ''),
    );
    for (const model of dated) {
      model.deployed = dayBefore(day, 60 + this.below(100));
      model.heldDeployed = model.deployed;
      model.held = model.held.map(([stage, at]) => [stage, stage === 'deployed' ? model.deployed : at]);
    }
    const retired = [0, 1].map(() =>
      pick((model) => known(model) && model.stage === 'Production' && model.deployed !== ''),
    );
    for (const model of retired) {
      model.stage = 'Retired';
      model.retired = dayBefore(day, 1);
      model.held = [...model.held, ['retired', model.retired]];
    }
    const owned = [0, 1].map(() => pick(known));
    for (const model of owned) {
      model.owner = `${this.phrase(1)} ${this.phrase(1)}`;
      model.heldOwner = model.owner;
    }
    const disputed = pick(known);
    disputed.heldOwner = `Own ${this.phrase(1)}`;
    disputed.owner = `Other ${this.phrase(1)}`;
    edited.push([disputed.heldName, disputed.heldOwner]);
    this.ownersDisputed.add(disputed);
    const misdated = pick((model) => known(model) && model.stage === 'Production' && model.deployed !== '');
    misdated.deployed = dayBefore(misdated.deployed, -25);
    if (misdated.deployed > day) misdated.deployed = dayBefore(misdated.heldDeployed, 40);
    this.contradicted.add(misdated);

    // Without an id a new name is a question; every other month somebody answers what is open.
    const answers = this.month % 2 === 0 ? this.waiting.filter(({ unit }) => unit !== silent) : [];
    const same = answers.map((model) => [model.name, model.heldName] as const);
    const unanswered = this.waiting.filter((model) => !answers.includes(model));
    const asked = [0, 1].map(() => pick((model) => known(model) && model.id === '' && model.stage !== 'Retired'));
    for (const model of asked) model.name = `${model.name} ${this.phrase(1)}`;
    const open = [...unanswered, ...asked];
    const twice = pick((model) => known(model) && hasId(model));
    const left = pick((model) => known(model) && model.stage !== 'Retired');

    const speaks = ({ unit }: PlantedModel): boolean => unit !== silent;
    const file = this.fileOf({ silent, spelled, twice, left });
    const disputes = [...this.contradicted, ...this.ownersDisputed].filter(speaks).length;
    const month: PlantedMonth = {
      day,
      file,
      created: added.filter(speaks).length,
      updated: renamed.length + moved.length + dated.length + retired.length + owned.length + answers.length,
      waiting: open.filter(speaks).length + 2,
      renamed: [...renamed.map(({ name }) => name), ...answers.map(({ name }) => name)],
      movesAdded: moved.length + dated.length + retired.length,
      movesContradicted: [...this.contradicted].filter(speaks).length,
      valuesChanged: renamed.length + owned.length + answers.length,
      valuesContradicted: [...this.ownersDisputed].filter(speaks).length,
      changes: {
        contradicted: disputes,
        moved: moved.length,
        retired: retired.length,
        dated: dated.length,
        values: renamed.length + owned.length + answers.length,
        unchanged: disputes,
      },
      missing: [left.heldName],
      offered: open.filter(speaks).map(({ heldName }) => heldName),
      missingRetired: this.models.filter((model) => model.gone && speaks(model)).length,
      notSpokenOf: this.models.filter((model) => !speaks(model) && known(model)).length,
      same,
      edited,
    };
    for (const model of answers) model.heldName = model.name;
    this.waiting.splice(0, this.waiting.length, ...open);
    // A model of a unit that is silent this month comes with the next file: the story begins without it.
    for (const model of added.filter((one) => !speaks(one))) this.models.splice(this.models.indexOf(model), 1);
    return month;
  }

  private fileOf(month: {
    readonly silent?: string | null;
    readonly spelled?: string | null;
    readonly twice?: PlantedModel;
    readonly left?: PlantedModel;
  }): string {
    const rows = this.models
      .filter((model) => !model.gone && model.unit !== month.silent && model !== month.left)
      .flatMap((model) => {
        const short = UNITS.find(([unit]) => unit === model.unit)?.[1] ?? '';
        const id = model.id === '' ? PLACEHOLDERS[this.below(PLACEHOLDERS.length)] : model.id;
        const row = [
          id,
          model.name,
          model.unit === month.spelled ? short : model.unit,
          month.spelled ? '' : short,
          model.purpose,
          model.stage,
          model.deployed,
          model.retired,
          model.owner,
        ].join(',');
        return model === month.twice ? [row, row] : [row];
      });
    for (let at = rows.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [rows[at], rows[other]] = [rows[other] ?? '', rows[at] ?? ''];
    }
    return [HEAD, ...rows].join('\n');
  }
}

const HELD: Readonly<Record<(typeof WORDS)[number], string>> = {
  Development: 'training',
  Pilot: 'validation',
  Production: 'deployed',
  Retired: 'retired',
};
