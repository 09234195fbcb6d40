import { z } from 'zod';
import { Id } from '../common';

export const MeasureKey = z.enum([
  'timeToProduction',
  'releasesPerYear',
  'declaredUpdates',
  'modelsInProduction',
  'plannedModels',
  'assessmentGrowth',
  'incidentsPerModelYear',
  'incidentHours',
  'incidentOtherCost',
]);

export const TakeMeasure = z.object({
  id: Id,
  measure: MeasureKey,
  /** Of `incidentOtherCost`: the noted amounts hold the hours of people already, which are then not added. */
  holdsHours: z.boolean().default(false),
});
