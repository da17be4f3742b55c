import { codeList } from "./code-list";

/**
 * Supervision of the assessment and check of identity: the three values of the EU standard, and a fourth that only the
 * European Learning Model has (`unsupervised-id`: identity checked by a third party). For `supervised-no-id` no EU
 * address is known.
 */
export const supervision = codeList([
  {
    code: "unsupervised-no-id",
    label: { en: "Unsupervised, identity not checked", fi: "Ei valvottu, henkilöllisyyttä ei tarkistettu" },
    uri: "http://data.europa.eu/snb/supervision-verification/c598449d64",
  },
  {
    code: "supervised-no-id",
    label: { en: "Supervised, identity not checked", fi: "Valvottu, henkilöllisyyttä ei tarkistettu" },
    uri: null,
  },
  {
    code: "supervised-id",
    label: { en: "Supervised, identity checked", fi: "Valvottu, henkilöllisyys tarkistettu" },
    uri: "http://data.europa.eu/snb/supervision-verification/70be69aaf9",
  },
  {
    code: "unsupervised-id",
    label: {
      en: "Unsupervised, identity checked by a third party",
      fi: "Ei valvottu, kolmas osapuoli tarkisti henkilöllisyyden",
    },
    uri: "http://data.europa.eu/snb/supervision-verification/df2880c5cb",
  },
]);

export type Supervision = (typeof supervision.codes)[number];
