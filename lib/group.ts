/** Rows by key, in the order they came; keys in the order they first appear. */
export function groupBy<K, T>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Those for which it holds, and the others; both in their order. */
export function partition<T>(rows: readonly T[], holds: (row: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const row of rows) parts[holds(row) ? 0 : 1].push(row);
  return parts;
}

/** So many parts of rows that are as large as each other, by turns; fewer where there are fewer rows. */
export const inParts = <T>(rows: readonly T[], parts: number): T[][] =>
  Array.from({ length: Math.min(parts, rows.length) }, (_, part) =>
    rows.filter((_row, i) => i % parts === part),
  );
