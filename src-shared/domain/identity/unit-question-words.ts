import { counted, oneOf, verb } from '../base/wording';
import type { UnitQuestion } from './unit-questions';

/** `Is Forest Service now called Natural Resources and Environment? 25 models agree, none differs.` */
export function sayUnitQuestion({ unit, side, means, scope, because, agree, differ }: UnitQuestion): string {
  const inside = scope === '' ? '' : ` in ${scope}`;
  const agrees = `${counted(agree, 'model')} ${verb(agree, 'agrees', 'agree')}`;
  switch (because) {
    case 'initials':
      return `Is ${unit}${inside} the unit ${means[0]}? Its initials and ${counted(agree, 'model')} say so.`;
    case 'initials_fit_several':
      return `Which unit${inside} is ${unit} ${side === 'file' ? 'in the file' : 'of yours'}: ${oneOf(means)}? Its initials fit each.`;
    case 'now_called':
      return `Is ${means[0]}${inside} now called ${unit}? ${agrees}, ${differ === 0 ? 'none differs' : `${differ} ${verb(differ, 'differs', 'differ')}`}.`;
  }
}
