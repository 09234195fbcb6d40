/** What sort of thing a row of the portfolio is; duties and lists of several texts hang on it. */
export const KINDS = [
  'classical_ml',
  'statistical',
  'rules',
  'generative',
  'agent',
  'vendor_application',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  classical_ml: 'Classical ML',
  statistical: 'Statistical',
  rules: 'Rules',
  generative: 'Generative',
  agent: 'Agent',
  vendor_application: 'Vendor application',
  other: 'Other',
};

export const AUTONOMIES = ['suggests', 'with_approval', 'alone'] as const;
export type Autonomy = (typeof AUTONOMIES)[number];
export const AUTONOMY_LABELS: Readonly<Record<Autonomy, string>> = {
  suggests: 'Suggests',
  with_approval: 'Acts with approval',
  alone: 'Acts alone',
};
