import { type EvidenceDraft, PLAIN_FACTS } from "@/features/evidence/draft";
import { namedSubject } from "@/features/matches/subjects";
import type { ReadRecord } from "@/features/registers/reading";
import type { Day } from "@/lib/dates";
import type { FoundInstitution, InstitutionAnswer } from "./answers";
import {
  deqarIdOf,
  ETER_ID,
  institutionPage,
  isOtherProvider,
  numberOfDeqarId,
  schemeOf,
} from "./identifiers";

export const REGISTER = "DEQAR";
export const REGISTRAR = "European Quality Assurance Register for Higher Education (EQAR)";

/** An institution or other provider, whichever way DEQAR gives it. */
export interface Institution {
  deqarId: string;
  isOther: boolean;
  /** The first is the one to show. */
  names: readonly string[];
  website: string | null;
  eterId: string | null;
  identifiers: readonly { resource: string; value: string }[];
  closedOn: Day | null;
  /** False for a row of a search, which gives some names and no identifiers. */
  isWhole: boolean;
}

const filled = (texts: readonly (string | null | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text ? [text.trim()] : [])).filter((text) => text !== "")),
];

export function fromDetail(answer: InstitutionAnswer, today: Day): Institution {
  const current = answer.names.filter(({ name_valid_to: end }) => !end || end >= today);
  const names = (current.length > 0 ? current : answer.names).flatMap((name) => [
    name.name_english,
    name.name_official,
    name.name_official_transliterated,
    name.acronym,
    ...(name.name_versions ?? []).flatMap((version) => [version.name, version.transliteration]),
  ]);
  const isOther = answer.is_other_provider ?? (answer.deqar_id ? isOtherProvider(answer.deqar_id) : false);
  return {
    deqarId: answer.deqar_id ?? deqarIdOf(Number(answer.id), isOther),
    isOther,
    names: filled(names),
    website: answer.website_link,
    // "ES0022 - Universitat Rovira i Virgili" in one version of the answer.
    eterId: answer.eter_id ?? answer.eter?.split(" ")[0] ?? null,
    identifiers: answer.identifiers
      .filter(({ identifier_valid_to: end }) => !end || end >= today)
      .flatMap(({ resource, identifier }) => (resource ? [{ resource, value: identifier }] : [])),
    closedOn: answer.closure_date ?? null,
    isWhole: true,
  };
}

export const fromSearch = (found: FoundInstitution): Institution => ({
  deqarId: found.deqar_id,
  isOther: found.is_other_provider ?? isOtherProvider(found.deqar_id),
  names: filled([found.name_primary, found.name_official_display]),
  website: found.website_link,
  eterId: found.eter_id,
  identifiers: [],
  closedOn: found.closure_date ?? null,
  isWhole: false,
});

export const institutionRef = (deqarId: string) => ({ scheme: "deqar", value: deqarId });

/** Whom DEQAR means, with every name and identifier that it gives. */
export function subjectOf({ deqarId, names, website, eterId, identifiers, isWhole }: Institution) {
  const eter = eterId && ETER_ID.test(eterId) ? [{ scheme: "eter", value: eterId }] : [];
  return namedSubject("provider", institutionRef(deqarId), {
    identifiers: [
      ...eter,
      ...identifiers.flatMap(({ resource, value }) => {
        const scheme = schemeOf(resource);
        return scheme ? [{ scheme, value }] : [];
      }),
    ],
    names,
    websites: [website],
    isWhole,
  });
}

const recordOf = (deqarId: string): string => `institution ${deqarId}`;

/** What DEQAR answers of a provider: that it is listed, as what, and until when. */
export function listingOf(institution: Institution, raw: unknown, today: Day): ReadRecord {
  const { deqarId, names, isOther, closedOn } = institution;
  const number = numberOfDeqarId(deqarId);
  const draft: EvidenceDraft = {
    record: recordOf(deqarId),
    part: "",
    subject: subjectOf(institution),
    facts: {
      ...PLAIN_FACTS,
      kind: "deqar-listing",
      register: REGISTER,
      registerIdentifier: deqarId,
      subjectIdentifier: deqarId,
      nameInRegister: names[0] ?? null,
      listedAs: isOther ? "other" : "higher-education",
      validTo: closedOn,
      link: number === null ? null : institutionPage(number),
    },
    issuer: { name: REGISTRAR, body: null },
    developedBy: [],
    assuredBy: [],
    awardedBy: [],
    sourceClass: "authoritative",
    wordOf: null,
    retrievedOn: today,
  };
  return { draft, title: names[0] ?? deqarId, raw, notes: [] };
}

/** DEQAR knows nobody under an identifier that a provider here claims. */
export function notListed(deqarId: string, today: Day): ReadRecord {
  const institution = {
    deqarId,
    isOther: false,
    names: [],
    website: null,
    eterId: null,
    identifiers: [],
    closedOn: null,
    isWhole: false,
  };
  const { draft, ...record } = listingOf(institution, null, today);
  const facts = { ...draft.facts, answer: "not-found", listedAs: null, link: null } as const;
  return { ...record, draft: { ...draft, facts } };
}
