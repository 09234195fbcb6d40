import { remoteProblem } from '../remote/remote-failure';

export interface Place {
  readonly project: string;
  readonly location: string;
}

const PART = /^[a-z0-9][a-z0-9:.-]{0,62}$/;

/**
 * Which project and region is read: the project is the scope, the region stands in the address of a regional host
 * (`europe-west1-aiplatform.googleapis.com`), else behind the project in the scope.
 */
export function placeOf(address: string, scope: string): Place {
  const inHost = /^https?:\/\/([a-z0-9-]+)-aiplatform\.googleapis\.com(?:$|[:/])/i.exec(address)?.[1]?.toLowerCase();
  const [project = '', location = inHost ?? '', ...more] = scope.split('/').map((part) => part.trim().toLowerCase());
  if (!PART.test(project) || more.length > 0)
    throw remoteProblem('The scope names no project', 'Give the id of the project, such as acme-models');
  if (!PART.test(location))
    throw remoteProblem(
      'Neither the address nor the scope names a region',
      'Give the address of a region (https://europe-west1-aiplatform.googleapis.com), or the scope as project/region',
    );
  if (inHost !== undefined && inHost !== location)
    throw remoteProblem(
      `The address is that of ${inHost}, the scope names ${location}`,
      'Each region has a host of its own: give both alike',
    );
  return { project, location };
}
