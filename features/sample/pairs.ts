/** Each record as it is and as it is wanted; null where there is none. */
export function pairs<H extends { externalId: string }, W extends { externalId: string }>(
  held: readonly H[],
  wanted: readonly W[],
): { before: H | null; after: W | null }[] {
  const byId = new Map(held.map((record) => [record.externalId, record]));
  const wantedIds = new Set(wanted.map(({ externalId }) => externalId));
  return [
    ...wanted.map((after) => ({ before: byId.get(after.externalId) ?? null, after })),
    ...held.filter(({ externalId }) => !wantedIds.has(externalId)).map((before) => ({ before, after: null })),
  ];
}
