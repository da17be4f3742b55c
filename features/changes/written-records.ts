import type { WrittenRecords } from "@/features/stacking/mutations";
import type { Change } from "./schema";

/**
 * What may count differently after these changes: what was written, and the credentials that a changed course led to before.
 * @param courseIds courses that stay and are concerned, the written ones among them
 */
export function writtenRecords(changes: readonly Change[], courseIds: readonly string[]): WrittenRecords {
  const states = changes.flatMap(({ before, after }) => [before, after].flatMap((record) => record ?? []));
  const formerly = changes.flatMap(({ kind, before }) =>
    kind === "course" && before?.kind === "course" ? before.content.credentials : [],
  );
  const credentials = changes.flatMap(({ kind, after }) =>
    kind === "credential" && after ? [after.id] : [],
  );
  return {
    providers: states.flatMap((record) =>
      record.kind === "provider" ? [{ ...record, identifiers: record.content.identifiers }] : [],
    ),
    units: states.filter(({ kind }) => kind !== "provider"),
    credentialIds: [...new Set([...credentials, ...formerly.map(({ credential }) => credential)])],
    courseIds,
  };
}

/** Providers that lose an identifier: what a register knows by it was about them, and no longer is. */
export const renumberedProviders = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ kind, before, after }) => {
    if (kind !== "provider" || before?.kind !== "provider" || after?.kind !== "provider") return [];
    const kept = new Set(after.content.identifiers.map(identifierName));
    return before.content.identifiers.every((each) => kept.has(identifierName(each))) ? [] : [before.id];
  });

const identifierName = ({ scheme, value }: { scheme: string; value: string }): string => `${scheme} ${value}`;
