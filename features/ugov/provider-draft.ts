import type { Note, ProviderDraft } from "@/features/exchange/draft";

export interface Placeholder {
  draft: ProviderDraft;
  note: Note;
}

/**
 * A stand-in for the university of a feed, until somebody says which one it is. The code is one of universities, so
 * the kind is known; in the identifier it stands behind its country and list, because other countries number too.
 */
export function placeholderProvider(universityCode: string | null): Placeholder {
  const code = universityCode ?? "?";
  const externalId = `codIstatAte:${code}`;
  return {
    draft: {
      kind: "provider",
      externalId,
      sourceUrl: null,
      raw: { codIstatAte: universityCode },
      content: {
        defaultLanguage: "it",
        legalName: { it: `Università con codice ISTAT ${code}`, en: `University with ISTAT code ${code}` },
        kind: "higher-education",
        identity: "placeholder",
        country: "IT",
        region: null,
        homepage: null,
        identifiers:
          universityCode === null ? [] : [{ scheme: "national", value: `IT-ISTAT-${universityCode}` }],
      },
    },
    note: {
      kind: "provider",
      record: externalId,
      field: "codIstatAte",
      rule: "provider-not-named",
      severity: "warn",
      message:
        "The feed names its university by a code only; a stand-in was made. Import it with --provider to say which one it is.",
    },
  };
}
