/** Names that are alike, units that are written in several ways and descriptions that repeat, as inventories have them. */
export const NAMES = [
  'Desk',
  'Lamp',
  'Desk two',
  'Lamp (was Desk)',
  'Fire map',
  'Fire mapping',
  '',
  '貸付審査',
] as const;

export const UNITS = [
  '',
  'HR',
  'IT',
  'Farm / FS: Forest Service',
  'Farm / Natural Resources',
  'Farm / FS',
  'DHS',
  'Department of Homeland Security',
] as const;

export const TEXTS = [
  '',
  'Sorts incoming complaints by subject and urgency for the clerk on duty.',
  'Predicts the load of every district tomorrow from weather and habits.',
] as const;
