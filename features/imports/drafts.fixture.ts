import type { CourseFormat, Transformed } from "@/features/exchange/draft";
import type { KnownFormat } from "./formats";

/** A format for tests: a file holds what a format would make of it, as JSON. */
const draftsFormat: CourseFormat = {
  name: "drafts",
  extensions: [".json"],
  transform: (files) => {
    const feeds = files.map(({ bytes }): Transformed => JSON.parse(Buffer.from(bytes).toString()));
    return {
      drafts: feeds.flatMap(({ drafts }) => drafts),
      refused: feeds.flatMap(({ refused }) => refused),
      notes: feeds.flatMap(({ notes }) => notes),
      isComplete: feeds.every(({ isComplete }) => isComplete),
    };
  },
};

export const DRAFTS: KnownFormat = { format: draftsFormat, sourceClass: "provider" };
