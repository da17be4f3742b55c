import { codeList } from "./code-list";

export const creditSystems = codeList([
  {
    code: "ects",
    label: {
      en: "European Credit Transfer and Accumulation System (ECTS)",
      fi: "Eurooppalainen opintosuoritusten siirto- ja kertymisjärjestelmä (ECTS)",
    },
    uri: "http://data.europa.eu/snb/education-credit/6fcec5c5af",
  },
  {
    code: "ecvet",
    label: {
      en: "European Credit System for Vocational Education and Training (ECVET)",
      fi: "Ammatillisen koulutuksen eurooppalainen opintosuoritusten siirtojärjestelmä (ECVET)",
    },
    uri: "http://data.europa.eu/snb/education-credit/60b314e826",
  },
]);

export type CreditSystem = (typeof creditSystems.codes)[number];
