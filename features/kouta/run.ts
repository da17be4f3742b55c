import type { Run } from "@/features/courses/schema";
import { codeOf, languagesOfTeaching, modesOf, type Remark, schedulesOf } from "./codes";
import { defaultLanguageOf, languagesOf, names, textReader } from "./localized";
import { priceOf } from "./price";
import type { Code, Toteutus } from "./record-schema";
import { beginningOf, dayOf, targetsOf } from "./start";

const ABROAD = "kunta_200";

/** An offering (toteutus) as a run. */
export function runOf(offering: Toteutus, remark: Remark): Run {
  const { metadata } = offering;
  const languages = languagesOf(offering.nimi, offering.kielivalinta);
  const defaultLanguage = defaultLanguageOf(languages);
  const read = textReader(languages);
  const targets = targetsOf(offering);

  const modes = modesOf(metadata?.opetus?.opetustapa, remark);
  const isOnlineOnly = modes.length === 1 && modes[0] === "online";
  const places = municipalitiesOf(offering);
  const [place] = places;
  const links = [metadata?.hakulomakeLinkki, ...targets.map(({ hakulomakeLinkki }) => hakulomakeLinkki)];
  const link = links.map((texts) => names(texts)).find((found) => found !== null);
  const deadlines = targets.flatMap(({ hakuajat }) =>
    (hakuajat ?? []).flatMap(({ paattyy }) => dayOf(paattyy) ?? []),
  );
  const seats =
    metadata?.aloituspaikat ?? (targets.length === 1 ? targets[0]?.aloituspaikat?.lukumaara : null);

  return {
    externalId: offering.oid,
    ...beginningOf(offering, read, remark),
    applyBy: dayOf(metadata?.hakuaika?.paattyy) ?? deadlines.sort().at(-1) ?? null,
    modes,
    languages: languagesOfTeaching(metadata?.opetus?.opetuskieli, remark),
    country: place && codeOf(place) !== ABROAD ? "FI" : null,
    region: null,
    // The register gives the municipality of the organisation: not a place to go to when all is online or there are several.
    city: place && places.length === 1 && !isOnlineOnly ? nameOf(place, defaultLanguage) : null,
    ...priceOf(offering, read, remark),
    seats: Number.isInteger(Number(seats)) && Number(seats) > 0 ? Number(seats) : null,
    schedules: schedulesOf(metadata?.opetus?.opetusaika, remark),
    hoursPerWeek: null,
    applyUrl: link?.[defaultLanguage] ?? Object.values(link ?? {})[0] ?? null,
  };
}

function municipalitiesOf({ tarjoajat }: Toteutus): Code[] {
  const byCode = new Map<string, Code>();
  for (const { paikkakunta } of tarjoajat ?? []) {
    const code = codeOf(paikkakunta);
    if (paikkakunta && code !== "" && !byCode.has(code)) byCode.set(code, paikkakunta);
  }
  return [...byCode.values()];
}

function nameOf(place: Code, language: string): string | null {
  const found = names(place.nimi);
  return found?.[language] ?? found?.fi ?? Object.values(found ?? {})[0] ?? null;
}
