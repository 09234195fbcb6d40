/** Everything that JavaScript trims, so that a blank answer is none here either. */
const BLANK =
  'char(9,10,11,12,13,32,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288,65279)';

/** 'x' where a column of texts holds an answer; see `isAnswer`. */
export const answered = (column: string): string =>
  `CASE WHEN trim(${column}, ${BLANK}) NOT IN ('', 'unknown') THEN 'x' END`;
