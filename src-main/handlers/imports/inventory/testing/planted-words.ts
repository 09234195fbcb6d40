/** A negative number of days is one behind it. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Words without meaning, so that nothing is alike by chance. */
export function vocabulary(random: () => number): readonly string[] {
  const [starts, middles, ends] = ['bdfgklmnprstvz', 'aeiou', ['lan', 'rik', 'mos', 'ted', 'vun', 'gar', 'pel', 'xo']];
  const of = (list: string | readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const words = new Set<string>();
  while (words.size < 900) {
    const word = of(starts) + of(middles) + of(starts) + of(middles) + of(ends);
    words.add(word.charAt(0).toUpperCase() + word.slice(1));
  }
  return [...words];
}
