import type { Evidence } from "./schema";

/** Providers whose evidence is needed as well, since these records rest on it. */
export const lendersOf = (records: readonly Evidence[]): string[] => [
  ...new Set(
    records.flatMap(({ kind, issuer, assuredBy }) => {
      const parties =
        kind === "endorsement" ? [issuer] : kind === "internal-quality-assurance" ? assuredBy : [];
      return parties.flatMap(({ id }) => (id === null ? [] : [id]));
    }),
  ),
];
