/** What a ticket says that may tell whose it is. */
export const FACET_KINDS = [
  'component',
  'service',
  'configuration_item',
  'group',
  'category',
  'project',
  'label',
] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

export const FACET_LABELS: Readonly<Record<FacetKind, string>> = {
  component: 'Component',
  service: 'Service',
  configuration_item: 'Configuration item',
  group: 'Group',
  category: 'Category',
  project: 'Project',
  label: 'Label',
};
