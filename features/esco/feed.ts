import type { InputFile } from "@/features/exchange/draft";
import { readCollection, readConcepts, readHierarchy } from "./concepts";
import { readBroader, readOccupationSkills, readSkillSkills } from "./pairs";
import type { EscoFeed } from "./schema";
import { type EscoTable, readTables, type TableKind } from "./tables";

/** Reads the official CSV files of any version: those of one or several languages, and those of the relations. */
export function readEsco(files: readonly InputFile[]): EscoFeed {
  const { tables, faults } = readTables(files);
  const feed: EscoFeed = {
    skills: null,
    occupations: null,
    iscoGroups: null,
    skillGroups: null,
    collections: null,
    pairs: {
      "occupation-skill relation": null,
      "skill-skill relation": null,
      "step of the skill hierarchy": null,
      "step of the occupation hierarchy": null,
    },
    faults,
    isComplete: faults.length === 0,
  };
  // The hierarchy adds only the groups that the concepts leave out.
  for (const kind of ORDER) for (const table of tables) if (table.kind === kind) readTable(table, feed);
  return feed;
}

const ORDER: readonly TableKind[] = [
  "concepts",
  "hierarchy",
  "collection",
  "broader",
  "occupation-skills",
  "skill-skills",
];

function readTable(table: EscoTable, feed: EscoFeed): void {
  switch (table.kind) {
    case "concepts":
    case "hierarchy": {
      const { language } = table;
      if (language === null) tellUnknownLanguage(table, feed);
      else (table.kind === "concepts" ? readConcepts : readHierarchy)({ ...table, language }, feed);
      break;
    }
    case "collection":
      readCollection(table, feed);
      break;
    case "broader":
      readBroader(table, feed);
      break;
    case "occupation-skills":
      readOccupationSkills(table, feed);
      break;
    case "skill-skills":
      readSkillSkills(table, feed);
      break;
  }
}

function tellUnknownLanguage({ file }: EscoTable, feed: EscoFeed): void {
  feed.isComplete = false;
  feed.faults.push({
    kind: "file",
    record: file,
    rule: "language-unknown",
    message: "Its language is not known: name the file like skills_en.csv, or put it into a folder like en.",
  });
}
