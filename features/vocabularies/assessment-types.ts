import { codeList } from "./code-list";

/** How learning is assessed. A course with `level-of-attendance` alone is not assessed. */
export const assessmentTypes = codeList([
  {
    code: "written-examination",
    label: { en: "Written examination", fi: "Kirjallinen koe" },
    uri: "http://data.europa.eu/snb/assessment/6e6cb2cc78",
  },
  {
    code: "oral-examination",
    label: { en: "Oral examination", fi: "Suullinen koe" },
    uri: "http://data.europa.eu/snb/assessment/d30284d7df",
  },
  {
    code: "quiz",
    label: { en: "Quiz", fi: "Tietotesti" },
    uri: "http://data.europa.eu/snb/assessment/b1b68f6735",
  },
  {
    code: "marked-assignment",
    label: { en: "Marked assignment", fi: "Arvosteltu tehtävä" },
    uri: "http://data.europa.eu/snb/assessment/2939dae15f",
  },
  {
    code: "project-work",
    label: { en: "Project work", fi: "Projektityö" },
    uri: "http://data.europa.eu/snb/assessment/795dac4096",
  },
  {
    code: "portfolio",
    label: { en: "Portfolio", fi: "Portfolio" },
    uri: "http://data.europa.eu/snb/assessment/4f03b91c0e",
  },
  {
    code: "practical-assessment",
    label: { en: "Practical assessment", fi: "Käytännön näyttö" },
    uri: "http://data.europa.eu/snb/assessment/6a4db9f11d",
  },
  {
    code: "continuous-evaluation",
    label: { en: "Continuous evaluation", fi: "Jatkuva arviointi" },
    uri: "http://data.europa.eu/snb/assessment/3484bd7e51",
  },
  {
    code: "peer-assessment",
    label: { en: "Peer assessment", fi: "Vertaisarviointi" },
    uri: "http://data.europa.eu/snb/assessment/19a2e5e671",
  },
  {
    code: "peer-review",
    label: { en: "Peer review", fi: "Vertaispalaute" },
    uri: "http://data.europa.eu/snb/assessment/812e3b0ae1",
  },
  {
    code: "group-performance",
    label: { en: "Group performance", fi: "Ryhmäsuoritus" },
    uri: "http://data.europa.eu/snb/assessment/56539a6507",
  },
  {
    code: "problem-based-learning",
    label: { en: "Problem-based learning", fi: "Ongelmalähtöinen oppiminen" },
    uri: "http://data.europa.eu/snb/assessment/c4256a2726",
  },
  {
    code: "artefact-assessment",
    label: { en: "Artefact assessment", fi: "Tuotoksen arviointi" },
    uri: "http://data.europa.eu/snb/assessment/de4d165a6c",
  },
  {
    code: "level-of-attendance",
    label: { en: "Level of attendance", fi: "Läsnäolon määrä" },
    uri: "http://data.europa.eu/snb/assessment/7331eb4762",
  },
]);

export type AssessmentType = (typeof assessmentTypes.codes)[number];
