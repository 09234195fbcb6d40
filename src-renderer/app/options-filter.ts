import { type defaultOptionsFilter, isOptionsGroup } from '@mantine/core';
import { searcher } from '#domain/base/search-text';

type Filter = typeof defaultOptionsFilter;

/** The options of a list that is searched, found as everything is: words in any order, without case and accents. */
export const filterOptions: Filter = ({ options, search, limit }) => {
  const finds = searcher(search);
  let room = limit;
  const take = <T extends { readonly label: string }>(items: readonly T[]): T[] => {
    const found = items.filter(({ label }) => finds(label)).slice(0, room);
    room -= found.length;
    return found;
  };
  return options.flatMap((option): ReturnType<Filter> => {
    if (!isOptionsGroup(option)) return take([option]);
    const items = take(option.items);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};
