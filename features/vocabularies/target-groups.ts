import { codeList } from "./code-list";

export const targetGroups = codeList([
  {
    code: "in-primary-education",
    label: { en: "In primary education", fi: "Peruskoulun alaluokkien oppilaat" },
    uri: "http://data.europa.eu/snb/target-group/5b1417fd15",
  },
  {
    code: "in-secondary-education",
    label: {
      en: "In secondary or compulsory education",
      fi: "Toisen asteen tai oppivelvollisuuskoulutuksen opiskelijat",
    },
    uri: "http://data.europa.eu/snb/target-group/46806e0244",
  },
  {
    code: "in-tertiary-eqf-6",
    label: { en: "In tertiary education (EQF 6)", fi: "Korkea-asteen opiskelijat (EQF 6)" },
    uri: "http://data.europa.eu/snb/target-group/1599531db0",
  },
  {
    code: "in-tertiary-eqf-7",
    label: { en: "In tertiary education (EQF 7)", fi: "Korkea-asteen opiskelijat (EQF 7)" },
    uri: "http://data.europa.eu/snb/target-group/acb7f20f25",
  },
  {
    code: "in-tertiary-eqf-8",
    label: { en: "In tertiary education (EQF 8)", fi: "Korkea-asteen opiskelijat (EQF 8)" },
    uri: "http://data.europa.eu/snb/target-group/b0bf4f9fe9",
  },
  {
    code: "completed-primary-education",
    label: { en: "Completed primary education", fi: "Peruskoulun alaluokat suorittaneet" },
    uri: "http://data.europa.eu/snb/target-group/1cfca7f767",
  },
  {
    code: "completed-secondary-education",
    label: {
      en: "Completed secondary or compulsory education",
      fi: "Toisen asteen tai oppivelvollisuuskoulutuksen suorittaneet",
    },
    uri: "http://data.europa.eu/snb/target-group/919082b88b",
  },
  {
    code: "completed-tertiary-eqf-6",
    label: { en: "Completed tertiary education (EQF 6)", fi: "Korkea-asteen suorittaneet (EQF 6)" },
    uri: "http://data.europa.eu/snb/target-group/e7627913ad",
  },
  {
    code: "completed-tertiary-eqf-7",
    label: { en: "Completed tertiary education (EQF 7)", fi: "Korkea-asteen suorittaneet (EQF 7)" },
    uri: "http://data.europa.eu/snb/target-group/527a6f97eb",
  },
  {
    code: "completed-tertiary-eqf-8",
    label: { en: "Completed tertiary education (EQF 8)", fi: "Korkea-asteen suorittaneet (EQF 8)" },
    uri: "http://data.europa.eu/snb/target-group/808b99d38f",
  },
  {
    code: "work-experience-0-3-years",
    label: { en: "0 to 3 years of work experience", fi: "0–3 vuoden työkokemus" },
    uri: "http://data.europa.eu/snb/target-group/5e56931138",
  },
  {
    code: "work-experience-3-10-years",
    label: { en: "3 to 10 years of work experience", fi: "3–10 vuoden työkokemus" },
    uri: "http://data.europa.eu/snb/target-group/cbedf28444",
  },
  {
    code: "work-experience-over-10-years",
    label: { en: "Over 10 years of work experience", fi: "Yli 10 vuoden työkokemus" },
    uri: "http://data.europa.eu/snb/target-group/d45b47b458",
  },
  {
    code: "employment-retraining",
    label: { en: "In need of retraining for employment", fi: "Uudelleenkoulutusta tarvitsevat" },
    uri: "http://data.europa.eu/snb/target-group/05f11c859b",
  },
  {
    code: "migrants",
    label: { en: "Migrants", fi: "Maahanmuuttajat" },
    uri: "http://data.europa.eu/snb/target-group/c900d8ecb1",
  },
  {
    code: "native-speakers",
    label: { en: "Native speakers", fi: "Äidinkieliset puhujat" },
    uri: "http://data.europa.eu/snb/target-group/e3782a33ab",
  },
  {
    code: "non-native-speakers",
    label: { en: "Non-native speakers", fi: "Muut kuin äidinkieliset puhujat" },
    uri: "http://data.europa.eu/snb/target-group/0247b300b0",
  },
  {
    code: "learning-disability",
    label: { en: "Persons with a learning disability", fi: "Henkilöt, joilla on oppimisvaikeuksia" },
    uri: "http://data.europa.eu/snb/target-group/de9cd193ce",
  },
  {
    code: "high-achievers",
    label: { en: "High achievers", fi: "Hyvin menestyvät opiskelijat" },
    uri: "http://data.europa.eu/snb/target-group/022beab85a",
  },
  {
    code: "low-achievers",
    label: { en: "Low achievers", fi: "Heikosti menestyvät opiskelijat" },
    uri: "http://data.europa.eu/snb/target-group/fd1279fd9f",
  },
]);

export type TargetGroup = (typeof targetGroups.codes)[number];
