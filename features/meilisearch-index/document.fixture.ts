import type { SearchDocument } from "@/features/search/document";
import { uuidv7 } from "@/lib/uuid";

/** The smallest search document: all that can be "not stated" is. */
export function makeDocument(overrides: Partial<SearchDocument> = {}): SearchDocument {
  const notStated = ["not-stated"];
  return {
    courseId: uuidv7(),
    values: {
      level: notStated,
      ects: notStated,
      trust: notStated,
      confirmed: [],
      assessment: notStated,
      credential: notStated,
      duration: notStated,
      field: notStated,
      provider: ["provider"],
      skill: [],
      "stacks-into": [],
    },
    runs: [
      { start: ["no-open-run"], mode: notStated, price: notStated, country: ["FI"], language: notStated },
    ],
    texts: { title: ["Course"], skills: [], provider: ["Provider"], body: [] },
    startOn: null,
    ectsHundredths: null,
    euroCents: null,
    publishedAt: new Date("2026-11-25T09:00:00Z"),
    freshFrom: null,
    changesOn: null,
    ...overrides,
  };
}
