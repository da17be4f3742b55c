export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by file and title. */
  names: string[];
}

/** What we read of the report of `vitest --reporter=json`. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** A file that could not be loaded is failed and holds no test. */
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

interface PlaywrightSuite {
  specs?: { file: string; title: string; ok: boolean }[];
  suites?: PlaywrightSuite[];
}

/** What we read of Playwright's JSON report. */
export interface PlaywrightReport extends PlaywrightSuite {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

export function tallyVitest(report: VitestReport): Tally {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    names: [
      ...unloaded.map(({ name }) => name),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === "failed")
          .map(({ fullName }) => `${name}: ${fullName}`),
      ),
    ],
  };
}

export function tallyPlaywright(report: PlaywrightReport): Tally {
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped, names: failedIn(report) };
}

const failedIn = ({ specs = [], suites = [] }: PlaywrightSuite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
  ...suites.flatMap(failedIn),
];

/**
 * The outcome of one test program: a program that failed without a failed test (a crash, an error outside every
 * test), or that ran no test at all, counts as one failed test.
 */
export function outcome(tally: Tally | null, exitCode: number | null): Tally {
  const { passed, failed, skipped, names } = tally ?? { passed: 0, failed: 0, skipped: 0, names: [] };
  if (failed > 0 || (exitCode === 0 && passed > 0)) return { passed, failed, skipped, names };
  return { passed, failed: 1, skipped, names: [`a program of tests ended with ${exitCode ?? "a signal"}`] };
}

export function sum(tallies: Tally[]): Tally {
  const total = (key: "passed" | "failed" | "skipped") =>
    tallies.reduce((count, tally) => count + tally[key], 0);
  return {
    passed: total("passed"),
    failed: total("failed"),
    skipped: total("skipped"),
    names: tallies.flatMap(({ names }) => names),
  };
}

/** "12 passed, 0 failed", and the skipped where there are some. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
