import { addSample } from "@/features/sample/mutations";
import type { SearchEngine } from "@/features/search/engine";
import { showTable } from "./figures";
import { gradedQueries, KINDS, relevanceFloor } from "./relevance-list";
import { type Measured, meanOf, measureRelevance } from "./relevance-measure";
import { setUp } from "./search-setting";

const TODAY = "2026-11-25";
/** Queries that are shown one by one: those of the lowest nDCG. */
const WORST = 12;

/** How good the first results of graded queries over the sample catalogue are, by each engine there is. */
export async function benchRelevance(): Promise<void> {
  const setting = await setUp(TODAY, (db) => addSample(db, { now: new Date(`${TODAY}T09:00:00Z`) }));
  try {
    const { db } = setting.connection;
    const measured = new Map<SearchEngine, Measured[]>();
    for (const engine of setting.engines) measured.set(engine, await measureRelevance(db, engine, TODAY));
    showFigures(measured);
    showWorst(measured);
  } finally {
    await setting.end();
  }
}

function showFigures(measured: ReadonlyMap<SearchEngine, Measured[]>): void {
  const queries = gradedQueries();
  const countOf = (kind: string | null) =>
    queries.filter((graded) => kind === null || graded.kind === kind).length;
  const rows = [null, ...KINDS].map((kind) => [
    kind ?? "all",
    countOf(kind),
    ...[...measured.values()].flatMap((list) => {
      const { ndcg, success } = meanOf(list, kind);
      return [ndcg.toFixed(3), success.toFixed(3)];
    }),
  ]);
  const { ndcg, success } = relevanceFloor();
  const names = [...measured.keys()].flatMap(({ name }) => [`${name} nDCG@10`, "success@3"]);
  showTable(["graded queries", "number", ...names], rows);
  process.stdout.write(`Floor of the Postgres engine: nDCG@10 ${ndcg}, success@3 ${success}\n\n`);
}

function showWorst(measured: ReadonlyMap<SearchEngine, Measured[]>): void {
  for (const [{ name }, list] of measured) {
    const worst = [...list].sort((a, b) => a.ndcg - b.ndcg).slice(0, WORST);
    showTable(
      [`lowest nDCG@10, ${name}`, "nDCG", "first found"],
      worst.map(({ graded, ndcg, found }) => [graded.query, ndcg.toFixed(2), found[0] ?? "nothing"]),
    );
  }
}
