import { z } from 'zod';

/** What is read of the answers of Evidently's service. */

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

export const ServiceVersion = z.object({ application: Text, version: z.string() });

export const Projects = z.array(z.object({ id: z.uuid(), name: z.string() }));
export type EvidentlyProject = z.output<typeof Projects.element>;

/** A run of a report, without its results. */
export const Runs = z.array(
  z.object({
    id: z.uuid(),
    name: Text,
    /** Without a time zone. */
    timestamp: z.string(),
    metadata: z.record(z.string(), z.unknown()).catch({}),
    tags: z.array(z.string()).catch([]),
  }),
);
export type EvidentlyRun = z.output<typeof Runs.element>;

const Rest = z.record(z.string(), z.unknown());

/** As `save_json()` writes it: results without a time. */
export const RunReport = z.object({
  metrics: z.array(
    z.object({
      id: z.string(),
      metric_name: Text,
      /** Until 0.7.10 or so the parameters stand in the name alone. */
      config: Rest.nullish(),
      value: z.unknown(),
    }),
  ),
  tests: z.array(Rest).catch([]),
});
export type RunReport = z.output<typeof RunReport>;

const Counters = z.array(z.object({ value: Text, label: Text }));
/** As the page shows it: rows of the reference, and what was said of each column, stand nowhere else. */
export const RunPage = z.object({
  widgets: z.array(
    z.object({
      title: Text,
      linked_metrics: z.array(z.string()).nullish(),
      params: z
        .object({ counters: Counters.nullish().catch(null), data: z.array(z.unknown()).nullish().catch(null) })
        .nullish()
        .catch(null),
    }),
  ),
});
export type RunPage = z.output<typeof RunPage>;

/** A row of the table of columns of the preset of data drift. */
export const ColumnRow = z.object({ column_name: z.string(), stattest_name: Text, data_drift: Text });
