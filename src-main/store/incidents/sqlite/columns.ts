import { DAY_MS } from '#domain/base/calendar';
import { DETECTED_BY, INCIDENT_CAUSES, INCIDENT_STATUSES, YES_NO_UNKNOWN } from '#domain/incidents/vocabulary';
import type { KeptArray } from '../../kept/kept-file';

const ZERO = 48;

/** One character for each word, from '0' on: a vocabulary may have more than ten. */
const codeOf = (column: string, words: readonly string[]): string =>
  `CASE ${column} ${words.map((word, code) => `WHEN '${word}' THEN '${String.fromCharCode(ZERO + code)}'`).join(' ')} ELSE '0' END`;

/**
 * One incident as one text: handing over cells one by one is what takes the time of reading 200,000 rows. A digit for the
 * severity (0: not rated), a character for each word of a vocabulary, then times, numbers and ids, each ended by a bar, and the
 * version, which a person wrote, last. 17 digits give any number back exactly.
 */
const LINE = `format('%d%s%s%s%s%d%s|%s|%s|%s|%s|%d|%d|%s|%s|%s|%s|%s',
  severity, ${codeOf('status', INCIDENT_STATUSES)}, ${codeOf('cause', INCIDENT_CAUSES)},
  ${codeOf('caused_by_change', YES_NO_UNKNOWN)}, ${codeOf('detected_by', DETECTED_BY)}, reviewed_at IS NOT NULL,
  opened_at, acknowledged_at, mitigated_at, resolved_at, closed_at, reopen_count, number, cost_minor,
  iif(person_hours IS NULL, '', format('%!.17g', person_hours)), id, model_id, version)`;

export const SELECT_LINES = `SELECT ${LINE} FROM incidents`;

const BAR = 124;

/** The columns of numbers. */
export const NUMBERS = [
  ...(['severity', 'status', 'cause', 'causedByChange', 'detectedBy', 'reviewed'] as const),
  ...(['opened', 'acknowledged', 'mitigated', 'resolved', 'closed'] as const),
  ...(['reopenCount', 'number', 'costMinor', 'personHours', 'model', 'version'] as const),
] as const;
export type NumbersName = (typeof NUMBERS)[number];

/** Texts that many incidents share, each once; its code is its place. */
class Labels {
  private readonly codes: Map<string, number>;

  constructor(readonly all: string[]) {
    this.codes = new Map(all.map((label, code) => [label, code]));
  }

  code(label: string): number {
    const known = this.codes.get(label);
    if (known !== undefined) return known;
    this.codes.set(label, this.all.length);
    return this.all.push(label) - 1;
  }
}

/** What codes stand for. */
export interface IncidentLabels {
  readonly modelIds: readonly string[];
  readonly versions: readonly string[];
}

/**
 * Incidents as columns, in places that are given once: a changed incident gets a new one, so that nobody who holds a place
 * sees it change. Numbers that are not known are NaN.
 */
export class IncidentColumns {
  size = 0;
  readonly severity: Uint8Array;
  readonly status: Uint8Array;
  readonly cause: Uint8Array;
  readonly causedByChange: Uint8Array;
  readonly detectedBy: Uint8Array;
  readonly reviewed: Uint8Array;
  readonly opened: Float64Array;
  readonly acknowledged: Float64Array;
  readonly mitigated: Float64Array;
  readonly resolved: Float64Array;
  readonly closed: Float64Array;
  readonly reopenCount: Uint32Array;
  readonly number: Float64Array;
  readonly costMinor: Float64Array;
  readonly personHours: Float64Array;
  private readonly model: Uint32Array;
  private readonly version: Uint32Array;
  /** '' = of no model. */
  private models = new Labels(['']);
  private ownVersions = new Labels(['']);
  private line = '';
  private at = 0;
  private ownIds: string[] | (() => string[]) = [];

  constructor(readonly capacity: number) {
    const bytes = (): Uint8Array => new Uint8Array(capacity);
    const numbers = (): Float64Array => new Float64Array(capacity);
    this.severity = bytes();
    this.status = bytes();
    this.cause = bytes();
    this.causedByChange = bytes();
    this.detectedBy = bytes();
    this.reviewed = bytes();
    this.opened = numbers();
    this.acknowledged = numbers();
    this.mitigated = numbers();
    this.resolved = numbers();
    this.closed = numbers();
    this.reopenCount = new Uint32Array(capacity);
    this.number = numbers();
    this.costMinor = numbers();
    this.personHours = numbers();
    this.model = new Uint32Array(capacity);
    this.version = new Uint32Array(capacity);
  }

  get ids(): string[] {
    if (typeof this.ownIds === 'function') this.ownIds = this.ownIds();
    return this.ownIds;
  }

  get labels(): IncidentLabels {
    return { modelIds: this.models.all, versions: this.ownVersions.all };
  }

  modelId(place: number): string | null {
    return this.models.all[this.model[place] ?? 0] || null;
  }

  versionOf(place: number): string {
    return this.ownVersions.all[this.version[place] ?? 0] ?? '';
  }

  /** What lies in a column of numbers at these places, one behind the other. */
  numbersAt(name: NumbersName, places: readonly number[]): KeptArray {
    const values = this[name];
    const own = new (values.constructor as new (length: number) => typeof values)(places.length); // of the same class
    for (let at = 0; at < places.length; at += 1) own[at] = values[places[at] ?? 0] ?? 0;
    return own;
  }

  /**
   * Fills empty columns.
   *
   * @param read gives what lies in a column of numbers
   * @param ids what is not asked for by the first question is made when it is
   */
  restore(
    size: number,
    { modelIds, versions }: IncidentLabels,
    read: (name: NumbersName) => KeptArray,
    ids: () => string[],
  ): void {
    for (const name of NUMBERS) this[name].set(read(name));
    this.models = new Labels([...modelIds]);
    this.ownVersions = new Labels([...versions]);
    this.ownIds = ids;
    this.size = size;
  }

  /**
   * @param line one of SELECT_LINES
   * @returns its place
   */
  add(line: string): number {
    const place = this.size;
    this.size += 1;
    this.line = line;
    this.at = 0;
    this.severity[place] = this.digit();
    this.status[place] = this.digit();
    this.cause[place] = this.digit();
    this.causedByChange[place] = this.digit();
    this.detectedBy[place] = this.digit();
    this.reviewed[place] = this.digit();
    this.opened[place] = this.time();
    this.acknowledged[place] = this.time();
    this.mitigated[place] = this.time();
    this.resolved[place] = this.time();
    this.closed[place] = this.time();
    this.reopenCount[place] = this.integer();
    this.number[place] = this.integer();
    this.costMinor[place] = this.real();
    this.personHours[place] = this.real();
    this.ids.push(this.text());
    this.model[place] = this.models.code(this.text());
    this.version[place] = this.ownVersions.code(line.slice(this.at));
    return place;
  }

  private digit(): number {
    const digit = this.line.charCodeAt(this.at) - ZERO;
    this.at += 1;
    return digit;
  }

  private text(): string {
    const end = this.line.indexOf('|', this.at);
    const text = this.line.slice(this.at, end);
    this.at = end + 1;
    return text;
  }

  private integer(): number {
    let value = 0;
    while (this.line.charCodeAt(this.at) !== BAR) value = value * 10 + this.digit();
    this.at += 1;
    return value;
  }

  private real(): number {
    if (this.line.charCodeAt(this.at) !== BAR) return Number(this.text());
    this.at += 1;
    return Number.NaN;
  }

  /** Written by the engine: an ISO instant with milliseconds. Dates are counted here, for parsing takes three times as long. */
  private time(): number {
    const { line, at } = this;
    if (line.charCodeAt(at) === BAR) {
      this.at += 1;
      return Number.NaN;
    }
    if (line.charCodeAt(at + 4) !== 45 || line.charCodeAt(at + 24) !== BAR) return Date.parse(this.text());
    const pair = (place: number): number => line.charCodeAt(at + place) * 10 + line.charCodeAt(at + place + 1) - 528;
    const milliseconds = (line.charCodeAt(at + 20) - 48) * 100 + pair(21);
    this.at += 25;
    return (
      dayOf(pair(0) * 100 + pair(2), pair(5), pair(8)) * DAY_MS +
      ((pair(11) * 60 + pair(14)) * 60 + pair(17)) * 1000 +
      milliseconds
    );
  }
}

/** Days since 1970 of a date of the Gregorian calendar; years begin in March, so that the odd day is their last. */
function dayOf(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + dayOfYear - 719_468;
}
