import { describe, expect, it } from "vitest";
import { makeDocument } from "@/features/meilisearch-index/document.fixture";
import { documentBatches } from "./batches";

const lines = (batch: string) => batch.trimEnd().split("\n");

describe("batches", () => {
  const documents = Array.from({ length: 7 }, () => makeDocument());

  it("have at most so many documents, all of them, in order", () => {
    const batches = [...documentBatches(documents, { documents: 3, bytes: 1_000_000 })];
    expect(batches.map((batch) => lines(batch).length)).toEqual([3, 3, 1]);
    expect(batches.flatMap(lines).map((line) => JSON.parse(line).id)).toEqual(
      documents.map(({ courseId }) => courseId),
    );
  });

  it("have at most so many bytes, or one document", () => {
    const bytes =
      Math.max(...lines([...documentBatches(documents)].join("")).map((line) => Buffer.byteLength(line))) + 1;
    const batches = [...documentBatches(documents, { documents: 100, bytes: 2 * bytes })];
    expect(batches.every((batch) => Buffer.byteLength(batch) <= 2 * bytes)).toBe(true);
    expect(batches.map((batch) => lines(batch).length)).toEqual([2, 2, 2, 1]);
    expect([...documentBatches(documents, { documents: 100, bytes: 1 })]).toHaveLength(7);
  });

  it("of no documents are none", () => {
    expect([...documentBatches([])]).toEqual([]);
  });
});
