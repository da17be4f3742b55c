import { codeList } from "./code-list";

/** What kind of offer a course is. The ELM 3.1 schemas do not know `challenge` yet; the EU's newest list does. */
export const learningOpportunityTypes = codeList([
  {
    code: "course",
    label: { en: "Course", fi: "Kurssi" },
    uri: "http://data.europa.eu/snb/learning-opportunity/05053c1cbe",
  },
  {
    code: "programme-module",
    label: { en: "Programme module", fi: "Koulutusohjelman moduuli" },
    uri: "http://data.europa.eu/snb/learning-opportunity/0f7dac46ca",
  },
  {
    code: "short-learning-programme",
    label: { en: "Short learning programme", fi: "Lyhyt koulutusohjelma" },
    uri: "http://data.europa.eu/snb/learning-opportunity/74a4a268e8",
  },
  {
    code: "educational-programme",
    label: { en: "Educational programme", fi: "Koulutusohjelma" },
    uri: "http://data.europa.eu/snb/learning-opportunity/79343569f3",
  },
  {
    code: "class",
    label: { en: "Class", fi: "Luokkaopetus" },
    uri: "http://data.europa.eu/snb/learning-opportunity/7e1ac538db",
  },
  {
    code: "mooc",
    label: { en: "MOOC", fi: "Avoin verkkokurssi (MOOC)" },
    uri: "http://data.europa.eu/snb/learning-opportunity/17744a2647",
  },
  {
    code: "mentoring",
    label: { en: "Mentoring", fi: "Mentorointi" },
    uri: "http://data.europa.eu/snb/learning-opportunity/11252a5207",
  },
  {
    code: "apprenticeship",
    label: { en: "Apprenticeship", fi: "Oppisopimuskoulutus" },
    uri: "http://data.europa.eu/snb/learning-opportunity/63f9f6180c",
  },
  {
    code: "internship",
    label: { en: "Internship", fi: "Harjoittelu" },
    uri: "http://data.europa.eu/snb/learning-opportunity/77b99de990",
  },
  {
    code: "study-visit",
    label: { en: "Study visit", fi: "Opintokäynti" },
    uri: "http://data.europa.eu/snb/learning-opportunity/65a4cf5de2",
  },
  {
    code: "service-learning",
    label: { en: "Service learning", fi: "Palveluoppiminen" },
    uri: "http://data.europa.eu/snb/learning-opportunity/8b965da2d4",
  },
  {
    code: "thesis",
    label: { en: "Thesis", fi: "Opinnäytetyö" },
    uri: "http://data.europa.eu/snb/learning-opportunity/b2434ca358",
  },
  {
    code: "challenge",
    label: { en: "Challenge", fi: "Haaste" },
    uri: "http://data.europa.eu/snb/learning-opportunity/c_170b037d",
  },
]);

export type LearningOpportunityType = (typeof learningOpportunityTypes.codes)[number];
