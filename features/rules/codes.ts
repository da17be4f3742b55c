import type { CourseContent, LearningFacts } from "@/features/courses/schema";
import { assessmentTypes } from "@/features/vocabularies/assessment-types";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { learningOpportunityTypes } from "@/features/vocabularies/learning-opportunity-types";
import { targetGroups } from "@/features/vocabularies/target-groups";
import type { Remark, Rule } from "./rule";

/** Each known code once, in order; the others are named and go. */
export function knownCodes<C extends string>(
  codes: readonly C[],
  isKnown: (code: C) => boolean,
  field: string,
  listName: string,
  remark: Remark,
): C[] {
  return [...new Set(codes)].filter((code) => {
    if (isKnown(code)) return true;
    remark("warn", field, "code-unknown", `"${code}" is not in the list of ${listName}; it was left out.`);
    return false;
  });
}

export function fieldsAreKnown<C extends LearningFacts>(content: C, remark: Remark): C {
  return {
    ...content,
    fields: knownCodes(content.fields, iscedFields.has, "fields", "ISCED-F 2013 fields", remark),
  };
}

/** Attendance as the only type of assessment is none: there was nothing to pass. */
export function assessmentIsOne<C extends LearningFacts>(content: C, remark: Remark): C {
  const types = knownCodes(
    content.assessmentTypes,
    assessmentTypes.has,
    "assessmentTypes",
    "assessment types",
    remark,
  );
  const onlyAttendance = types.length === 1 && types[0] === "level-of-attendance";
  if (!onlyAttendance || content.assessment === "attendance-only")
    return { ...content, assessmentTypes: types };
  remark(
    "warn",
    "assessmentTypes",
    "attendance-only",
    "Attendance is its only assessment; it counts as attendance only.",
  );
  return { ...content, assessmentTypes: types, assessment: "attendance-only" };
}

export const courseCodesAreKnown: Rule<CourseContent> = (content, remark) => {
  const [type = null] = knownCodes(
    content.type === null ? [] : [content.type],
    learningOpportunityTypes.has,
    "type",
    "learning opportunity types",
    remark,
  );
  return {
    ...content,
    type,
    targetGroups: knownCodes(content.targetGroups, targetGroups.has, "targetGroups", "target groups", remark),
  };
};
