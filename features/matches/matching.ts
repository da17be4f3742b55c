import { type NamedSubject, subjectName } from "@/features/evidence/draft";
import {
  type Described,
  domainsAgree,
  domainsOf,
  isSameBody,
  namesAgree,
} from "@/features/evidence/same-body";
import type { Matching } from "@/features/imports/schema";
import { fold } from "@/lib/fold";
import { groupBy, partition } from "@/lib/group";
import type { LanguageMap } from "@/lib/language-map";

// Who of ours a register means. An identifier decides, if name or website bear it out; a website and a name together
// propose, and a person accepts; a name alone does nothing. What is found here is told and asked; what counts is read from
// the view evidence_subject_records, which says the same.

export interface CatalogueBody {
  id: string;
  legalName: LanguageMap;
  homepage: string | null;
  identifiers: readonly { scheme: string; value: string }[];
  /** No register knows it. */
  isSample: boolean;
}

export interface CatalogueOffer {
  kind: "credential" | "course";
  id: string;
  title: LanguageMap;
  /** Providers that teach or award it. */
  providerIds: readonly string[];
  /** What a programme of DEQAR must be for this to be it. */
  takes: readonly ProgrammeSort[];
}

/** What kind of programme it is that a register names; null where it does not say. */
export type ProgrammeSort = "degree" | "short" | "attendance";

export interface Decision {
  kind: NamedSubject["kind"];
  key: string;
  recordId: string;
  state: "accepted" | "rejected";
}

export type Ground = "identifier" | "domain-and-name" | "provider-and-title";

export interface Proposal {
  subject: NamedSubject;
  recordKind: "provider" | "credential" | "course";
  recordId: string;
  ground: Ground;
}

export interface Matched {
  subject: NamedSubject;
  /** Ids of our records that it is. */
  records: readonly string[];
  /** Ids of our providers that claim an identifier which the register has for somebody else. */
  claimants: readonly string[];
  proposals: readonly Proposal[];
}

/** "E  TARRAGO01" and "etarrago01", "https://ror.org/05abc" and "05abc": one identifier; see identifier_key in the database. */
export const identifierKey = ({ scheme, value }: { scheme: string; value: string }): string =>
  `${scheme}:${value
    .replace(/^\s*https?:\/\/(?:www\.)?ror\.org\//i, "")
    .replace(/\s+/g, "")
    .toLowerCase()}`;

const portrait = ({ legalName, homepage }: CatalogueBody): Described => ({
  names: Object.values(legalName),
  domains: domainsOf([homepage]),
});

/** For each body that a source names: who of ours it is, who claims to be, and who may be. */
export function matchBodies(
  subjects: readonly NamedSubject[],
  bodies: readonly CatalogueBody[],
  byFeed: ReadonlyMap<string, string>,
  decisions: readonly Decision[],
): Matched[] {
  const byIdentifier = groupBy(
    bodies.flatMap((body) =>
      body.identifiers.map((identifier) => ({ key: identifierKey(identifier), body })),
    ),
    ({ key }) => key,
  );
  const byDomain = groupBy(
    bodies.flatMap((body) =>
      portrait(body)
        .domains.flatMap(withParents)
        .map((domain) => ({ domain, body })),
    ),
    ({ domain }) => domain,
  );
  const decided = decisionsOf(decisions);
  return subjects.map((subject) => {
    const { accepted, rejected } = decided(subject);
    const ofFeed = byFeed.get(subjectName(subject));
    const claiming = subject.identifiers.flatMap((identifier) =>
      (byIdentifier.get(identifierKey(identifier)) ?? []).map(({ body }) => body),
    );
    const [same, other] = partition([...new Set(claiming)], (body) => isSameBody(portrait(body), subject));
    const records = [...new Set([...accepted, ...(ofFeed ? [ofFeed] : []), ...same.map(({ id }) => id)])];
    const claimants = other.map(({ id }) => id).filter((id) => !records.includes(id));
    const near = [
      ...new Set(
        subject.domains
          .flatMap(withParents)
          .flatMap((domain) => (byDomain.get(domain) ?? []).map(({ body }) => body)),
      ),
    ].filter((body) => domainsAgree(portrait(body), subject) && namesAgree(portrait(body), subject));
    const proposals = [
      ...claimants.map((id) => ({ id, ground: "identifier" as const })),
      ...(records.length > 0 ? [] : near.map(({ id }) => ({ id, ground: "domain-and-name" as const }))),
    ]
      .filter(({ id }, at, all) => !rejected.has(id) && all.findIndex((each) => each.id === id) === at)
      .map(({ id, ground }): Proposal => ({ subject, recordKind: "provider", recordId: id, ground }));
    return { subject, records, claimants, proposals };
  });
}

/** For each offer that a source names: which of ours it is; for a programme of a known provider, which it may be by title. */
export function matchOffers(
  subjects: readonly { subject: NamedSubject; sort: ProgrammeSort | null }[],
  providersByKey: ReadonlyMap<string, readonly string[]>,
  offers: readonly CatalogueOffer[],
  byFeed: ReadonlyMap<string, string>,
  decisions: readonly Decision[],
): Matched[] {
  const byProvider = groupBy(
    offers.flatMap((offer) => offer.providerIds.map((providerId) => ({ providerId, offer }))),
    ({ providerId }) => providerId,
  );
  const decided = decisionsOf(decisions);
  return subjects.map(({ subject, sort }) => {
    const { accepted, rejected } = decided(subject);
    const ofFeed = byFeed.get(subjectName(subject));
    const records = [...new Set([...accepted, ...(ofFeed ? [ofFeed] : [])])];
    const titles = new Set(subject.names.map(fold));
    const providerIds = [...new Set(subject.offeredBy.flatMap((key) => providersByKey.get(key) ?? []))];
    const alike = providerIds
      .flatMap((id) => (byProvider.get(id) ?? []).map(({ offer }) => offer))
      .filter(({ title, takes }) => {
        const isSort = sort === null || takes.includes(sort);
        return isSort && Object.values(title).some((text) => titles.has(fold(text)));
      });
    const proposals = records.length > 0 ? [] : [...new Set(alike)].filter(({ id }) => !rejected.has(id));
    return {
      subject,
      records,
      claimants: [],
      proposals: proposals.map(
        ({ id, kind }): Proposal => ({
          subject,
          recordKind: kind,
          recordId: id,
          ground: "provider-and-title",
        }),
      ),
    };
  });
}

function decisionsOf(decisions: readonly Decision[]) {
  const bySubject = groupBy(decisions, subjectName);
  return (subject: NamedSubject) => {
    const mine = bySubject.get(subjectName(subject)) ?? [];
    const idsIn = (state: Decision["state"]) =>
      mine.filter((each) => each.state === state).map(({ recordId }) => recordId);
    return { accepted: idsIn("accepted"), rejected: new Set(idsIn("rejected")) };
  };
}

/** "a.b.example.org" -> itself, "b.example.org", "example.org". */
function withParents(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join("."));
}

/** How many of what a source names are here; and of our providers, how many it names. */
export function countMatches(matches: readonly Matched[], providerIds: readonly string[]): Matching {
  const stateOf = ({ records, claimants, proposals }: Matched) =>
    records.length > 0
      ? "matched"
      : claimants.length > 0
        ? "otherName"
        : proposals.length > 0
          ? "proposed"
          : "unmatched";
  const named = { matched: 0, otherName: 0, proposed: 0, unmatched: 0 };
  for (const match of matches) named[stateOf(match)]++;
  const matched = new Set(matches.flatMap(({ records }) => records));
  const otherName = new Set(matches.flatMap(({ claimants }) => claimants));
  const proposed = new Set(matches.flatMap(({ proposals }) => proposals.map(({ recordId }) => recordId)));
  const ours = { matched: 0, otherName: 0, proposed: 0, missed: 0 };
  for (const id of providerIds)
    ours[
      matched.has(id) ? "matched" : otherName.has(id) ? "otherName" : proposed.has(id) ? "proposed" : "missed"
    ]++;
  return { named, providers: ours };
}
