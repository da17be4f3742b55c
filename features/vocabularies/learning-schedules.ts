import { codeList } from "./code-list";

export const learningSchedules = codeList([
  {
    code: "full-time",
    label: { en: "Full time", fi: "Kokoaikainen" },
    uri: "http://data.europa.eu/snb/learning-schedule/72a0ab92fa",
  },
  {
    code: "part-time-intensive",
    label: { en: "Part time, intensive", fi: "Osa-aikainen, intensiivinen" },
    uri: "http://data.europa.eu/snb/learning-schedule/f230bae523",
  },
  {
    code: "part-time-light",
    label: { en: "Part time, light", fi: "Osa-aikainen, kevyt" },
    uri: "http://data.europa.eu/snb/learning-schedule/67395e6b5a",
  },
]);

export type LearningSchedule = (typeof learningSchedules.codes)[number];
