import type { SubjectHandlers } from '../subject';

export const jobs: SubjectHandlers<'jobs'> = {
  cancel: ({ jobId }, context) => ({ cancelled: context.jobs.cancel(jobId) }),
};
