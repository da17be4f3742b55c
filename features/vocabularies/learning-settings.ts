import { codeList } from "./code-list";

export const learningSettings = codeList([
  {
    code: "formal",
    label: { en: "Formal learning", fi: "Formaali oppiminen" },
    uri: "http://data.europa.eu/snb/learning-setting/6fd4685715",
  },
  {
    code: "non-formal",
    label: { en: "Non-formal learning", fi: "Nonformaali oppiminen" },
    uri: "http://data.europa.eu/snb/learning-setting/e207a81fc7",
  },
]);

export type LearningSetting = (typeof learningSettings.codes)[number];
