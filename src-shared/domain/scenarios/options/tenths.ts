/** `about 4 of 10`, for where runs are spoken of already. */
export function sayTenthsAlone(share: number): string {
  const tenths = Math.round(10 * share);
  if (tenths <= 0) return 'hardly any run';
  return tenths >= 10 ? 'nearly all runs' : `about ${tenths} of 10`;
}

/** A share of runs in tenths: finer would say more than the ranges know. It never claims all or none: the model may be wrong. */
export function sayTenths(share: number): string {
  const said = sayTenthsAlone(share);
  return said.includes('run') ? said : `${said} runs`;
}
