/** Today as the person's calendar has it, YYYY-MM-DD: what a date field means by "today". */
export const localDay = (now: Date): string => {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
