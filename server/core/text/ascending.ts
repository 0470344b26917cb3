/** The index of the last of the ascending numbers that is at most `limit`; -1 where there is none. */
export function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of the last of a list, in ascending order of a member, where that is at most `limit`; -1 where there is none. */
export function lastAtMost<K extends string, T extends Readonly<Record<K, number>>>(
  list: readonly T[],
  limit: number,
  member: K,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]![member] <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
