export const OUTPUTS: readonly string[];
export function isStale(root: string): boolean;
