/**
 * What the expected false alarms are worked out from, beside each series: sizes of its newest window and the distance of
 * its windows in days. `edition` says which program's rules a model was worked out by: another one's are worked out again
 * when the file is opened, which fills these in.
 */
export const migration0008 = {
  version: 8,
  name: 'drift-windows',
  sql: `
ALTER TABLE drift_series ADD COLUMN n_ref INTEGER;
ALTER TABLE drift_series ADD COLUMN n_cur INTEGER;
ALTER TABLE drift_series ADD COLUMN n_bins INTEGER;
ALTER TABLE drift_series ADD COLUMN window_days REAL;
ALTER TABLE drift_models ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
`,
};
