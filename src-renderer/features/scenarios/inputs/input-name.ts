import { fieldAt, parsePath, sayPath } from '#domain/scenarios/plan/input-path';

/** What an input is called where it stands alone: `people per model, level 2`. */
export function inputName(path: string): string {
  const place = parsePath(path);
  if (!place) return path;
  return place.kind === 'level' ? `${fieldAt(place).label}, level ${place.level.slice(1)}` : sayPath(place);
}
