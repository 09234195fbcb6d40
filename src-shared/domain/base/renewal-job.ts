/** The job that gives a large portfolio of an older program the structure of this one, while it is opened. */
export const RENEWAL_JOB = 'workspace.renewal';
