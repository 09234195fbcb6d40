import { instantMs } from '../base/calendar';
import { isEvidenceKind } from './evidence-kinds';
import { comparisonsIn, conditionsOf, placesOf, rulesOf } from './needs';
import { idleConditions, unknownPlaces } from './pack-places';
import type { RulePack } from './rule-pack';

/** What is wrong with a pack that its form does not tell, each as a sentence; empty: nothing. */
export function packProblems(pack: RulePack): readonly string[] {
  return [
    ...doubled(
      'line',
      [...pack.fields, ...pack.duties].map(({ id }) => id),
    ),
    ...doubled(
      'question',
      (pack.questions ?? []).map(({ id }) => id),
    ),
    ...doubled(
      'clock',
      (pack.clocks ?? []).map(({ id }) => id),
    ),
    ...doubled(
      'transition',
      (pack.transitions ?? []).map(({ id }) => id),
    ),
    ...daysOf(pack).flatMap(({ where, day }) =>
      !Number.isNaN(instantMs(day)) ? [] : [`${where} is ${day}, which no calendar has. Write another day.`],
    ),
    ...order(pack),
    ...unknownQuestions(pack),
    ...unknownEvidence(pack),
    ...unknownClocks(pack),
    ...unknownClasses(pack),
    ...unknownItems(pack),
    ...unknownPlaces(pack),
    ...idleConditions(pack),
  ];
}

function doubled(what: string, ids: readonly string[]): readonly string[] {
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map((id) => `Two of one kind (${what}) are called ${id}. Give each a name of its own.`);
}

interface NamedDay {
  readonly where: string;
  readonly day: string;
}

function daysOf(pack: RulePack): readonly NamedDay[] {
  const named = (where: string, day: string | null | undefined): readonly NamedDay[] =>
    typeof day === 'string' ? [{ where, day }] : [];
  const ofLines = [...pack.fields, ...pack.duties].flatMap(({ id, appliesFrom }) =>
    typeof appliesFrom === 'string' || appliesFrom === null || appliesFrom === undefined
      ? named(`appliesFrom of ${id}`, appliesFrom)
      : appliesFrom.flatMap(({ on }) => named(`appliesFrom of ${id}`, on)),
  );
  const moved = (pack.transitions ?? []).flatMap(({ id, then }) =>
    then === 'not_caught' ? [] : named(`transition ${id}`, then.appliesFrom),
  );
  return [
    ...named('edition', pack.edition),
    ...named('publishedOn', pack.publishedOn),
    ...named('effectiveFrom', pack.effectiveFrom),
    ...named('supersededBy', pack.supersededBy?.on),
    ...named('checkedOn', pack.checkedOn),
    ...pack.sources.flatMap(({ id, readOn }) => named(`readOn of ${id}`, readOn)),
    ...ofLines,
    ...moved,
  ];
}

function order({ effectiveFrom, supersededBy }: RulePack): readonly string[] {
  return effectiveFrom !== null && supersededBy !== null && supersededBy.on < effectiveFrom
    ? [`It is superseded on ${supersededBy.on}, before it takes effect on ${effectiveFrom}. Mend one of the days.`]
    : [];
}

function unknownQuestions(pack: RulePack): readonly string[] {
  const asked = new Set((pack.questions ?? []).map(({ id }) => id));
  const used = [
    ...conditionsOf(pack)
      .flatMap(comparisonsIn)
      .flatMap(({ of }) => (of.startsWith('question.') ? [of.slice('question.'.length)] : [])),
    ...placesOf(pack).flatMap((place) => (place.startsWith('question:') ? [place.slice('question:'.length)] : [])),
  ];
  return [...new Set(used)]
    .filter((question) => !asked.has(question))
    .map((question) => `The question ${question} is used and asked nowhere. Add it to questions.`);
}

function unknownEvidence(pack: RulePack): readonly string[] {
  const used = [
    ...placesOf(pack).flatMap((place) => (place.startsWith('evidence:') ? [place.slice('evidence:'.length)] : [])),
    ...rulesOf(pack).flatMap((rule) => ('kind' in rule ? [rule.kind] : [])),
    ...pack.duties.flatMap(({ waivedBy }) => (waivedBy === undefined ? [] : [waivedBy])),
    ...(pack.classification?.record === undefined ? [] : [pack.classification.record]),
  ];
  return [...new Set(used)]
    .filter((kind) => !isEvidenceKind(kind))
    .map((kind) => `Evidence of the kind ${kind} is not known here. Choose one of the kinds of the program.`);
}

function unknownClocks(pack: RulePack): readonly string[] {
  const there = new Set((pack.clocks ?? []).map(({ id }) => id));
  return rulesOf(pack).flatMap((rule) =>
    rule.rule === 'clock_kept' && !there.has(rule.clock)
      ? [`The clock ${rule.clock} is used and is not among clocks. Add it.`]
      : [],
  );
}

function unknownClasses(pack: RulePack): readonly string[] {
  const classes = new Set((pack.classification?.classes ?? []).map(({ value }) => value));
  const used = [
    ...(pack.classification?.derive ?? []).map((rule) => rule.class),
    ...conditionsOf(pack)
      .flatMap(comparisonsIn)
      .flatMap(({ of, value }) => (of === 'class' && value !== undefined ? [value].flat().map(String) : [])),
  ];
  return [...new Set(used)]
    .filter((one) => !classes.has(one))
    .map((one) => `The class ${one} is used and is not among classes. Add it.`);
}

function unknownItems(pack: RulePack): readonly string[] {
  const lines = new Set([...pack.fields, ...pack.duties].map(({ id }) => id));
  return (pack.transitions ?? []).flatMap(({ id, items }) =>
    items
      .filter((item) => !lines.has(item))
      .map((item) => `The transition ${id} names ${item}, which is no line of this pack.`),
  );
}
