import type { Mode } from "@/features/courses/schema";
import { assessmentOf } from "@/features/exchange/assessment";
import { parseMachineDecimal } from "@/features/exchange/decimal";
import type { CourseDraft, Note, Severity } from "@/features/exchange/draft";
import { outcomesOf } from "@/features/exchange/listed-outcomes";
import { childOf, childrenOf, type XmlElement } from "@/features/exchange/xml-reader";
import type { AssessmentType } from "@/features/vocabularies/assessment-types";
import { parseLanguage } from "@/features/vocabularies/languages";
import type { LanguageMap } from "@/lib/language-map";
import { type ActivityTexts, activityTexts, TEXT_TYPES } from "./activity-texts";
import { type Activity, field } from "./feed";
import { rawActivity } from "./raw-activity";
import { runOf } from "./run";

export interface Part {
  id: string;
  activity: Activity;
}

/** Adds a note about the course in hand. */
type Remark = (severity: Severity, field: string, rule: string, message: string) => void;

/**
 * A course out of one activity; its partitions, where it has some, are its runs. Null, with a note, where it cannot be
 * one. The feed says nothing of level, price, place or credential, and its sectors (settCod) are those of the
 * teachers, not ISCED fields: all this stays not stated.
 */
export function draftCourse(
  { id, activity }: Part,
  partitions: readonly Part[],
  provider: string,
): { draft: CourseDraft | null; notes: readonly Note[] } {
  const { element } = activity;
  const notes: Note[] = [];
  const remark: Remark = (severity, name, rule, message) => {
    notes.push({ kind: "course", record: id, field: name, rule, severity, message });
  };

  const title = titleOf(element);
  if (title === null) {
    remark("refuse", "afGenDes", "title-missing", "There is no title. Fill in afGenDes in U-GOV.");
  }
  const credits = creditsOf(element, remark);
  if (title === null || credits === "unreadable") return { draft: null, notes };

  const texts = activityTexts(activity);
  remarkOnTexts(texts, remark);
  const hours = hoursOf(element, remark);
  const assessmentTypes = examTypesOf(element, remark);
  const modes = modesOf(element, remark);
  const languages = languagesOf(element, remark);
  const runs =
    partitions.length === 0
      ? [runOf(id, activity, null, modes, languages)]
      : partitions.map((part) => runOf(part.id, activity, part.activity, modes, languages));

  const draft: CourseDraft = {
    kind: "course",
    externalId: id,
    sourceUrl: null,
    raw: rawActivity(
      activity,
      texts,
      partitions.map((part) => part.activity),
    ),
    status: "published",
    content: {
      provider,
      defaultLanguage: title.it ? "it" : "en",
      title,
      summary: null,
      description: texts.CONTENUTI.text,
      fields: [],
      ectsHundredths: credits,
      hoursMin: hours,
      hoursMax: hours,
      eqf: null,
      nqf: null,
      cycle: null,
      assessment: assessmentOf(assessmentTypes),
      assessmentTypes,
      supervision: "not-stated",
      prerequisites: texts.PREREQ.text,
      durationDays: null,
      targetGroups: [],
      learningSetting: "not-stated",
      type: null,
      homepage: null,
      hasNoCredential: false,
      outcomes: outcomesOf(texts.OBIETT_FORM.text),
      runs,
      credentials: [],
    },
  };
  return { draft, notes };
}

function remarkOnTexts(texts: ActivityTexts, remark: Remark): void {
  for (const type of TEXT_TYPES) {
    const { hadPeople, partition } = texts[type];
    if (hadPeople) {
      remark(
        "hint",
        type,
        "person-left-out",
        "A person is named; the name was left out. Keep people out of this text.",
      );
    }
    if (partition !== null) {
      remark(
        "hint",
        type,
        "text-of-partition",
        `The text is that of partition ${partition}; the course has none of its own in as many languages. Write a common one.`,
      );
    }
  }
}

function titleOf(element: XmlElement): LanguageMap | null {
  const it = field(element, "afGenDes");
  const en = field(element, "afGenDesEng");
  if (it === null && en === null) return null;
  return { ...(it === null ? {} : { it }), ...(en === null ? {} : { en }) };
}

function creditsOf(element: XmlElement, remark: Remark): number | null | "unreadable" {
  const weight = parseMachineDecimal(field(element, "peso") ?? "0");
  if (!weight.ok) {
    remark("refuse", "peso", "credits-unreadable", "The credits are not a number. Write them as 6.0.");
    return "unreadable";
  }
  if (weight.hundredths === 0) return null;
  const unit = field(element, "umPesoCod");
  if (unit === "C") return weight.hundredths;
  remark(
    "hint",
    "umPesoCod",
    "unit-unknown",
    `The weight has the unit "${unit ?? ""}", not C (credits); it was left out.`,
  );
  return null;
}

/** Hours with a teacher and alone, added up. */
function hoursOf(element: XmlElement, remark: Remark): number | null {
  let hundredths = 0;
  for (const name of ["oreFrontAf", "oreStuInd"]) {
    const hours = parseMachineDecimal(field(element, name) ?? "0");
    if (!hours.ok) {
      remark(
        "warn",
        name,
        "hours-unreadable",
        "The hours are not a number; the workload was left out. Write 40.0.",
      );
      return null;
    }
    hundredths += hours.hundredths;
  }
  return hundredths === 0 ? null : hundredths / 100;
}

/** Kinds of exam as Cineca's student system defines them. */
const EXAMS: ReadonlyMap<string, readonly AssessmentType[]> = new Map([
  ["S", ["written-examination"]],
  ["O", ["oral-examination"]],
  ["SOC", ["written-examination", "oral-examination"]],
  ["SOS", ["written-examination", "oral-examination"]],
]);

/** From the code of the exam alone: the prose about it (MOD_VER_APPR) says more, but not in words to count on. */
function examTypesOf(element: XmlElement, remark: Remark): readonly AssessmentType[] {
  const code = field(element, "tipoEsaCod");
  const types = EXAMS.get(code ?? "");
  if (!types && code !== null) {
    remark(
      "hint",
      "tipoEsaCod",
      "code-unknown",
      `The kind of exam "${code}" is not known here; it was left out.`,
    );
  }
  return types ?? [];
}

/** Kinds of teaching as Italian law names them. */
const MODES_BY_NAME: ReadonlyMap<string, Mode> = new Map([
  ["convenzionale", "presential"],
  ["mista", "blended"],
  ["integralmente a distanza", "online"],
]);

function modesOf(element: XmlElement, remark: Remark): readonly Mode[] {
  return itemsOf(element, "modDid", "modDidAf", "modDidDes").flatMap((name) => {
    const mode = MODES_BY_NAME.get(name.toLowerCase());
    if (!mode) {
      remark(
        "hint",
        "modDidDes",
        "code-unknown",
        `The kind of teaching "${name}" is not known here; it was left out.`,
      );
    }
    return mode ?? [];
  });
}

function languagesOf(element: XmlElement, remark: Remark): readonly string[] {
  return itemsOf(element, "linDid", "linDidAf", "linDidCod").flatMap((code) => {
    const language = parseLanguage(code);
    if (!language) {
      remark(
        "hint",
        "linDidCod",
        "code-unknown",
        `The language "${code}" is not an ISO 639 code; it was left out.`,
      );
    }
    return language ?? [];
  });
}

/** Distinct values of one field of the items of a list. */
function itemsOf(element: XmlElement, list: string, item: string, name: string): string[] {
  const holder = childOf(element, list);
  const values = holder === null ? [] : childrenOf(holder, item).flatMap((one) => field(one, name) ?? []);
  return [...new Set(values)];
}
