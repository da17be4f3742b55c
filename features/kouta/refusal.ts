import type { Note } from "@/features/exchange/draft";
import { languagesOf, names } from "./localized";
import type { Koulutus, Toteutus } from "./record-schema";

export type Reason = Pick<Note, "field" | "rule" | "message">;

/** Why a programme or offering cannot come in; null where it can. */
export function refusalOf({ tila, tarjoajat, nimi, kielivalinta }: Koulutus | Toteutus): Reason | null {
  const title = Object.values(names(nimi) ?? {})[0];
  const name = title ? `"${title}"` : "It";
  if (tila === "arkistoitu") {
    return {
      field: "tila",
      rule: "archived",
      message: `${name} is archived (arkistoitu). Publish it again to have it listed.`,
    };
  }
  if (tila !== "julkaistu") {
    return {
      field: "tila",
      rule: "not-published",
      message: `${name} has the state "${tila ?? ""}", not julkaistu. Publish it to have it listed.`,
    };
  }
  if (!tarjoajat?.length) {
    return {
      field: "tarjoajat",
      rule: "provider-missing",
      message: `${name} names no provider. Add the organisation that provides it (tarjoajat).`,
    };
  }
  if (languagesOf(nimi, kielivalinta).length === 0) {
    return {
      field: "nimi",
      rule: "title-missing",
      message: "It has no title in any language. Fill in nimi.",
    };
  }
  return null;
}
