import type { Database } from "@/db/client";
import type { CourseParts } from "@/features/courses/summary";
import type { SearchAnswer, SearchEngine, SearchRequest } from "@/features/search/engine";
import { asWritten } from "@/features/spelling/as-written";
import { lexiconOf } from "@/features/spelling/queries";
import { readQuery, type WordsRead } from "@/features/spelling/read-query";
import type { Reading } from "@/features/spelling/view";
import type { Searched } from "@/features/why-found/sought";

/** Reads queries by the words of the catalogue, each one once. */
export type WordsReader = (query: string) => Promise<WordsRead>;

export function wordsReader(db: Database): WordsReader {
  const lexicon = lexiconOf(db);
  const read = new Map<string, Promise<WordsRead>>();
  return (query) => {
    const known = read.get(query) ?? readQuery(lexicon, query);
    read.set(query, known);
    return known;
  };
}

export interface ReadAnswer {
  answer: SearchAnswer;
  reading: Reading;
  /** What the engine was asked for in the end. */
  searched: Searched;
}

/**
 * An engine's answer, and how the words were taken. Only where nothing is found are they read at all; filters may be why,
 * so what is read depends on the words alone.
 * @param reader null: words are taken as they were typed, come what may
 */
export async function searchAsRead(
  engine: SearchEngine,
  request: SearchRequest,
  reader: WordsReader | null,
): Promise<ReadAnswer> {
  const ask = async (searched: Searched, reading: Reading) => ({
    answer: await engine.search({ ...request, ...searched }),
    reading,
    searched,
  });
  const first = await ask({ query: request.query, spelling: null }, { kind: "all" });
  if (first.answer.total > 0 || request.query === "" || reader === null) return first;
  const read = await reader(request.query);
  switch (read.kind) {
    case "all":
      return first;
    case "mistakes":
      return ask(
        { query: read.query, spelling: read.spelling },
        { kind: "mistakes", corrected: read.corrected },
      );
    case "most":
      return ask({ query: read.kept, spelling: null }, read);
  }
}

/** With the accents of the courses found: terms are folded. */
export function readingAsWritten(reading: Reading, found: readonly CourseParts[]): Reading {
  if (reading.kind === "all") return reading;
  const maps = found.flatMap(({ course, outcomes, links, provider }) => [
    course.title,
    ...[outcomes, ...links.map((link) => link.outcomes)]
      .flat()
      .flatMap(({ text, skills }) => [text, ...skills.map(({ label }) => label)]),
    course.summary ?? {},
    course.description ?? {},
    provider.legalName,
  ]);
  const texts = maps.flatMap((map) => Object.values(map));
  return reading.kind === "mistakes"
    ? { ...reading, corrected: asWritten(reading.corrected, texts) }
    : { ...reading, kept: asWritten(reading.kept, texts) };
}
