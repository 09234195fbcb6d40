/** The columns of a work list as a file, in their order; the import knows it by those that are filled in. */
export const WORK_LIST_HEADS = {
  model: 'Model',
  identifier: 'Identifier',
  unit: 'Business unit',
  tier: 'Tier',
  owner: 'Owner',
  since: 'Asked from',
  what: 'What is asked for',
  texts: 'Asked by',
  refs: 'Reference',
  verify: 'To be checked in the official text',
  how: 'How',
  answer: 'Answer',
  day: 'Day',
  by: 'By',
  validUntil: 'Valid until',
  outcome: 'Outcome',
  link: 'Link',
  place: 'Place',
  covers: 'Covers',
} as const;

const NEEDED = [WORK_LIST_HEADS.place, WORK_LIST_HEADS.answer, WORK_LIST_HEADS.identifier, WORK_LIST_HEADS.what];

/** Whether a table with these heads is a work list of ours, whatever was added to it or moved in it. */
export const isWorkList = (labels: readonly string[]): boolean => NEEDED.every((head) => labels.includes(head));
