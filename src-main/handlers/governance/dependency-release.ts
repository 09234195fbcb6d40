import { counted } from '#domain/base/wording';
import { isInProduction } from '#domain/models/lifecycle';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import { moveOne } from '../../store/models/make-moves';
import { getModel } from '../../store/models/models';
import { keepBefore } from '../context';
import type { SubjectHandlers } from '../subject';
import { causeOf, restingOn } from './falls';

/**
 * What changed under several models, as a release of each that somebody named: a version is called by the one that is live and the
 * provider's new one. What was monitored before is monitored after it.
 */
export const releaseUnder: SubjectHandlers<'dependencies'>['release'] = (
  { ids, version, at, note, ...asked },
  context,
) =>
  context.write(async (write) => {
    const { cause, what } = await causeOf(write.read, asked);
    const when = at === undefined ? context.now : toInstant(at, 'Effective date');
    const { resting } = await restingOn(write.read, when.slice(0, 10), context.now);
    const resters = new Set(resting.falls(cause).map(({ modelId }) => modelId));
    const refused: { id: string; name: string; message: string }[] = [];
    let released = 0;
    for (const id of new Set(ids)) {
      const model = await getModel(write.read, id);
      const refuse = (message: string) => refused.push({ id, name: model.name, message });
      if (!resters.has(id)) refuse(`It is not noted to rest on “${what}” on that day.`);
      else if (!isInProduction(model.stage)) refuse('It is not in production, so no version of it goes live.');
      else {
        const reason = note === '' ? `“${what}” changed to ${version}` : note;
        const wish = { at: when, reason, replacedBy: null };
        const live = model.version.replace(/ \(.*\)$/, '');
        const named = live === '' ? version : `${live} (${version})`;
        try {
          await moveOne(write, id, { ...wish, to: 'deployed', version: named, changed: ['provider_model'] }, context);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refuse(error.message);
          continue;
        }
        if (model.stage === 'monitored') await moveOne(write, id, { ...wish, to: 'monitored', version: '' }, context);
        released += 1;
      }
    }
    if (released === 0 && refused[0]) throw new DomainError('refused', `“${refused[0].name}”: ${refused[0].message}`);
    return {
      label: `Count “${version}” of “${what}” as a release of ${counted(released, 'model')}`,
      value: { released, refused },
    };
  }, keepBefore(ids));
