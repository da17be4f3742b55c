import type { Facet } from "@/features/search/engine";
import { words } from "@/lib/fold";

/** What a filter would have to be set to. */
export interface Choice {
  facet: Facet;
  values: readonly string[];
}

const NO_FILTER = null;

/**
 * Words that say how, when or why somebody wants to learn, not what, and those that join them: folded, in the languages
 * of the interface, with the choice of a filter that asks for the same.
 */
export const INTENTS: readonly (readonly [choice: Choice | null, text: string])[] = [
  [
    { facet: "price", values: ["free"] },
    "free ilmainen ilmaiset ilmaisia ilmaiseksi maksuton maksuttomat maksuttomia maksutta",
  ],
  [
    { facet: "mode", values: ["online"] },
    `online webinar webinars elearning mooc moocs
     verkossa verkkokurssi verkkokurssit verkkokursseja verkkokoulutus netissa nettikurssi nettikurssit
     etana etakurssi etakurssit etaopetus etaopetuksena`,
  ],
  [
    { facet: "duration", values: ["1-4-weeks", "under-1-week"] },
    "short lyhyt lyhyet lyhyita lyhytkurssi lyhytkurssit pikakurssi",
  ],
  [
    { facet: "credential", values: ["micro-credential", "other"] },
    "certificate certificates certified todistus todistuksen osaamistodistus osaamistodistuksen sertifikaatti",
  ],
  [
    { facet: "credential", values: ["micro-credential"] },
    "microcredential microcredentials osaamiskokonaisuus osaamiskokonaisuudet",
  ],
  [
    NO_FILTER,
    `evening evenings weekend weekends iltaisin iltakurssi iltakurssit viikonloppuna viikonloppuisin viikonloppukurssi
     beginner beginners basics introduction introductory advanced
     alkeet alkeiskurssi aloittelija aloittelijoille perusteet peruskurssi jatkokurssi
     course courses class classes lesson lessons training workshop workshops tutorial tutorials
     kurssi kurssin kurssia kurssit kursseja koulutus koulutusta koulutukset koulutuksia opinnot
     learn study become becoming want how i my a an the and or for of in on at to with from by about
     ja tai opi oppia opetella opiskella haluan tulla ryhtya miten kuinka`,
  ],
];

const CHOICES = new Map(
  INTENTS.flatMap(([choice, text]) => text.split(/\s+/).map((word) => [word, choice] as const)),
);

export const isIntent = (word: string): boolean => CHOICES.has(word);

/** What a folded word of intent asks for; null where no filter does. */
export const choiceOf = (word: string): Choice | null => CHOICES.get(word) ?? null;

/** What a text is about, in folded words: "How to become a nurse" is about "nurse". */
export const topicOf = (text: string): string =>
  words(text)
    .filter((word) => !isIntent(word))
    .join(" ");
