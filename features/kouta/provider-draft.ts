import type { ProviderDraft } from "@/features/exchange/draft";
import type { ProviderKind } from "@/features/providers/schema";
import { codeOf, type Remark } from "./codes";
import { rawOf } from "./feed";
import { defaultLanguageOf, names } from "./localized";
import type { Koulutus, Oppilaitos, Organisation, Toteutus } from "./record-schema";

/** Types of institution (oppilaitostyyppi): universities of applied sciences, universities, the military university. */
const HIGHER_EDUCATION = new Set(["oppilaitostyyppi_41", "oppilaitostyyppi_42", "oppilaitostyyppi_43"]);

/** An organisation as a record names it, with the record of its own where the feed has that; null where it has no name. */
export function providerDraft(
  organisation: Oppilaitos | Organisation,
  institution: Oppilaitos | null,
): ProviderDraft | null {
  const legalName = names(institution?.nimi) ?? names(organisation.nimi);
  if (legalName === null) return null;
  const { oid } = organisation;
  const defaultLanguage = defaultLanguageOf(Object.keys(legalName));
  const homepages = names(institution?.oppilaitos?.metadata?.wwwSivu?.url);
  return {
    kind: "provider",
    externalId: oid,
    sourceUrl: institution && `https://opintopolku.fi/konfo/fi/oppilaitos/${oid}`,
    raw: rawOf(institution ?? organisation),
    content: {
      defaultLanguage,
      legalName,
      kind: kindOf(codeOf(institution?.oppilaitostyyppi)),
      identity: "stated",
      country: "FI",
      region: null,
      homepage: homepages?.[defaultLanguage] ?? Object.values(homepages ?? {})[0] ?? null,
      identifiers: [{ scheme: "national", value: oid }],
    },
  };
}

function kindOf(type: string): ProviderKind {
  if (type === "") return "unknown";
  return HIGHER_EDUCATION.has(type) ? "higher-education" : "other";
}

type Institutions = ReadonlyMap<string, Oppilaitos>;

/**
 * Who provides a programme or offering: the institution that the register derives for an offering (oppilaitokset), where
 * the feed says its name anywhere, else the first that provides it (tarjoajat), which can be a unit of an institution.
 */
export function providerOf(record: Koulutus | Toteutus, institutions: Institutions, remark: Remark) {
  const [first] = record.tarjoajat ?? [];
  if (first === undefined) return null;
  const isOffering = "oppilaitokset" in record;
  const oids = (isOffering ? record.oppilaitokset : record.tarjoajat?.map(({ oid }) => oid)) ?? [];
  if (oids.length > 1) {
    remark(
      "hint",
      isOffering ? "oppilaitokset" : "tarjoajat",
      "providers-several",
      "Several institutions provide it; the first is shown.",
    );
  }
  const named = [
    ...(record.tarjoajat ?? []),
    ...(isOffering && record.organisaatio ? [record.organisaatio] : []),
  ];
  for (const oid of oids) {
    const found = institutions.get(oid) ?? named.find((organisation) => organisation.oid === oid);
    if (found) return found;
  }
  const [missing] = oids;
  if (missing !== undefined) {
    remark(
      "hint",
      "oppilaitokset",
      "institution-not-in-feed",
      `The institution ${missing} is not in the feed; its unit ${first.oid} stands for it. Add the record of the institution.`,
    );
  }
  return first;
}
