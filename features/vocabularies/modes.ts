import { codeList } from "./code-list";

/**
 * How a run is taught. The EU's newest list has a concept for hybrid; the ELM 3.1 schemas do not know it yet.
 */
export const modes = codeList([
  {
    code: "presential",
    label: { en: "On site", fi: "Lähiopetus" },
    uri: "http://data.europa.eu/snb/learning-assessment/9191af2ed9",
  },
  {
    code: "online",
    label: { en: "Online", fi: "Verkko-opetus" },
    uri: "http://data.europa.eu/snb/learning-assessment/920fbb3cbe",
  },
  {
    code: "blended",
    label: { en: "Blended", fi: "Monimuoto-opetus" },
    uri: "http://data.europa.eu/snb/learning-assessment/e92d221e4d",
  },
  {
    code: "hybrid",
    label: { en: "Hybrid", fi: "Hybridiopetus" },
    uri: "http://data.europa.eu/snb/learning-assessment/c_3a90b26d",
  },
  {
    code: "work-based",
    label: { en: "Work-based", fi: "Työssäoppiminen" },
    uri: "http://data.europa.eu/snb/learning-assessment/729f3bed4b",
  },
  {
    code: "project-based",
    label: { en: "Project-based", fi: "Projektioppiminen" },
    uri: "http://data.europa.eu/snb/learning-assessment/7813801c77",
  },
  {
    code: "research-lab",
    label: { en: "In a research laboratory", fi: "Tutkimuslaboratoriossa" },
    uri: "http://data.europa.eu/snb/learning-assessment/ed4c557045",
  },
]);

export type Mode = (typeof modes.codes)[number];
