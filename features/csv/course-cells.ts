import type { CourseContent, CredentialLink, Needs, Run } from "@/features/courses/schema";
import { learningOpportunityTypes } from "@/features/vocabularies/learning-opportunity-types";
import { learningSettings } from "@/features/vocabularies/learning-settings";
import { targetGroups } from "@/features/vocabularies/target-groups";
import { joinCodes } from "./cell-text";
import type { Cells } from "./cells";
import {
  type CellTexts,
  localisedCells,
  MAX_INTEGER,
  readDefaultLanguage,
  readLearning,
  readOutcomes,
  readTitle,
  writeLearning,
  writeOutcomes,
} from "./learning-cells";

const STATUSES = ["published", "withdrawn"] as const;
export type CsvStatus = (typeof STATUSES)[number];

export const readStatus = (cells: Cells): CsvStatus =>
  cells.code("status", { codes: STATUSES }) ?? "published";

export function readCourse(
  cells: Cells,
  parts: { provider: string; runs: readonly Run[]; credentials: readonly CredentialLink[] },
): CourseContent {
  const title = readTitle(cells, "title");
  const hasNoCredential = cells.yes("no_credential");
  if (hasNoCredential && parts.credentials.length > 0) {
    cells.refuse(
      "no_credential",
      "It says that there is no credential, but credential_id names one. Keep one of them.",
    );
  }
  return {
    provider: parts.provider,
    defaultLanguage: readDefaultLanguage(cells, "title", title),
    title,
    summary: cells.localised("summary"),
    description: cells.localised("description"),
    ...readLearning(cells),
    durationDays: cells.whole("duration_days", 1, MAX_INTEGER),
    targetGroups: cells.codes("target_groups", targetGroups),
    learningSetting: cells.code("learning_setting", learningSettings) ?? "not-stated",
    type: cells.code("type", learningOpportunityTypes),
    homepage: cells.text("homepage"),
    hasNoCredential,
    outcomes: readOutcomes(cells),
    runs: parts.runs,
    credentials: parts.credentials,
  };
}

export function writeCourse(id: string, status: CsvStatus, course: CourseContent): CellTexts {
  return {
    course_id: id,
    status,
    ...localisedCells("title", course.title),
    ...localisedCells("summary", course.summary),
    ...localisedCells("description", course.description),
    default_language: course.defaultLanguage,
    ...writeOutcomes(course.outcomes),
    ...writeLearning(course),
    duration_days: course.durationDays === null ? "" : String(course.durationDays),
    target_groups: joinCodes(course.targetGroups),
    learning_setting: course.learningSetting === "not-stated" ? "" : course.learningSetting,
    type: course.type ?? "",
    homepage: course.homepage ?? "",
    no_credential: course.hasNoCredential ? "yes" : "",
  };
}

const NEEDS = ["this-course", "all", "some"] as const satisfies readonly Needs[];

/** How the course leads to the credential that its rows name. */
export function readLink(cells: Cells, credential: string): CredentialLink {
  const needs = cells.code("credential_needs", { codes: NEEDS }) ?? "this-course";
  const neededCount = cells.whole("credential_needed_count", 1, MAX_INTEGER);
  if (needs === "some" && neededCount === null) {
    cells.refuse(
      "credential_needed_count",
      "Some of the courses are needed, but not how many. Fill in the number.",
    );
  }
  if (needs !== "some" && neededCount !== null) {
    cells.refuse(
      "credential_needed_count",
      "A number goes only with credential_needs some. Leave the cell empty.",
    );
  }
  return { credential, needs, neededCount: needs === "some" ? neededCount : null };
}

export function writeLink(link: CredentialLink): CellTexts {
  return {
    credential_id: link.credential,
    credential_needs: link.needs,
    credential_needed_count: link.neededCount === null ? "" : String(link.neededCount),
  };
}
