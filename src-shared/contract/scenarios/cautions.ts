import { z } from 'zod';

const Figure = z.number();

export const CautionKey = z.enum([
  'largePortfolio',
  'largePlatform',
  'literalStaffing',
  'paidTwice',
  'beyondPlan',
  'peopleOnly',
  'notedIncidents',
  'calendarTime',
  'unconverted',
]);

/** One answer to the question whether noted amounts count: what an incident costs then, and what the comparison is worth. */
export const Reading = z.object({
  id: z.enum(['onTop', 'holdHours', 'notCounted']),
  label: z.string(),
  cost: Figure,
  npv: Figure,
});
