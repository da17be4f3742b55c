import type { RecordKind } from "@/features/exchange/draft";
import type { Cell } from "./cells";
import { COLUMNS, type ColumnGroup } from "./columns";
import type { Fault, Row } from "./table";

/** What all rows of one name say together. */
export class MergedRecord {
  readonly cells = new Map<string, Cell>();
  readonly rows: Row[] = [];
  readonly faults: Fault[] = [];

  constructor(
    readonly id: string,
    readonly kind: RecordKind,
  ) {}

  /** Takes the cells of a row that `belongs` picks; an empty cell says the same as any other. Returns what disagrees. */
  add(row: Row, belongs: (cellName: string) => boolean): Fault[] {
    this.rows.push(row);
    const faults: Fault[] = [];
    for (const [name, text] of row.cells) {
      if (!belongs(name)) continue;
      const earlier = this.cells.get(name);
      if (earlier === undefined) this.cells.set(name, { text, row: row.number });
      else if (earlier.text.trim() !== text.trim()) {
        const message = `It differs from row ${earlier.row}, which speaks of the same one ("${this.id}"). Make them agree.`;
        faults.push({ row: row.number, column: name, rule: "rows-disagree", severity: "refuse", message });
      }
    }
    return faults;
  }

  /** The record as the file has it, to keep with the import. */
  raw(): unknown {
    return Object.fromEntries([...this.cells].map(([name, { text }]) => [name, text]));
  }
}

export class CourseRecord extends MergedRecord {
  /** By their id, or by a name of our own for a row without one. */
  readonly runs = new Map<string, MergedRecord>();
  readonly links = new Map<string, MergedRecord>();

  constructor(id: string) {
    super(id, "course");
  }

  /** Its rows, without what they say of the provider and the credential: those have records of their own. */
  override raw(): unknown {
    return this.rows.map(({ cells }) =>
      Object.fromEntries([...cells].filter(([name]) => !isOfAnother(name) || name.endsWith("_id"))),
    );
  }
}

export interface Records {
  providers: Map<string, MergedRecord>;
  credentials: Map<string, MergedRecord>;
  courses: Map<string, CourseRecord>;
  /** Rows that name nothing, with what is wrong with them. */
  nameless: Fault[];
}

const groupByColumn = new Map(COLUMNS.map(({ name, group }) => [name, group]));
const groupOf = (cellName: string): ColumnGroup | undefined =>
  groupByColumn.get(cellName) ?? groupByColumn.get(cellName.replace(/_[a-z]{2}$/, ""));

const LINK_COLUMNS = new Set(["credential_needs", "credential_needed_count"]);

const isOfCourse = (name: string) => groupOf(name) === "course" || name === "provider_id";
const isOfProvider = (name: string) => groupOf(name) === "provider";
const isOfRun = (name: string) => groupOf(name) === "run";
const isOfCredential = (name: string) => groupOf(name) === "credential" && !LINK_COLUMNS.has(name);
const isOfAnother = (name: string) => isOfProvider(name) || isOfCredential(name);
const isOfLink = (name: string) => LINK_COLUMNS.has(name);

/** Rows to records. A disagreement is the fault of the later row's course, or of what the row names without one. */
export function collectRecords(rows: readonly Row[]): Records {
  const records: Records = { providers: new Map(), credentials: new Map(), courses: new Map(), nameless: [] };
  for (const row of rows) {
    const id = (column: string) => row.cells.get(column)?.trim();
    const [courseId, providerId, credentialId] = [id("course_id"), id("provider_id"), id("credential_id")];
    const names = [...row.cells.keys()];
    const faults = [...row.faults];
    let owner: MergedRecord | null = null;

    if (credentialId !== undefined) {
      const credential = obtain(
        records.credentials,
        credentialId,
        () => new MergedRecord(credentialId, "credential"),
      );
      faults.push(...credential.add(row, isOfCredential));
      owner = credential;
    } else if (names.some((name) => groupOf(name) === "credential")) {
      faults.push(missingId(row, "credential_id"));
    }
    if (providerId !== undefined) {
      const provider = obtain(records.providers, providerId, () => new MergedRecord(providerId, "provider"));
      faults.push(...provider.add(row, isOfProvider));
      owner ??= provider;
    } else if (names.some(isOfProvider)) {
      faults.push(missingId(row, "provider_id"));
    }
    if (courseId !== undefined) {
      const course = obtain(records.courses, courseId, () => new CourseRecord(courseId));
      faults.push(...course.add(row, isOfCourse));
      if (names.some(isOfRun)) faults.push(...runOf(course, row).add(row, isOfRun));
      if (credentialId !== undefined) {
        const link = obtain(course.links, credentialId, () => new MergedRecord(credentialId, "course"));
        faults.push(...link.add(row, isOfLink));
      }
      owner = course;
    } else if (names.some((name) => isOfRun(name) || groupOf(name) === "course")) {
      faults.push(missingId(row, "course_id"));
      owner = null;
    }
    (owner?.faults ?? records.nameless).push(...faults);
  }
  return records;
}

function runOf(course: CourseRecord, row: Row): MergedRecord {
  const stated = row.cells.get("run_id")?.trim();
  let id = stated ?? `run-${course.runs.size + 1}`;
  while (stated === undefined && course.runs.has(id)) id += "+";
  return obtain(course.runs, id, () => new MergedRecord(id, "course"));
}

function obtain<T>(map: Map<string, T>, id: string, make: () => T): T {
  const held = map.get(id) ?? make();
  map.set(id, held);
  return held;
}

const missingId = (row: Row, column: string): Fault => ({
  row: row.number,
  column,
  rule: "missing-id",
  severity: "refuse",
  message: "It is empty, but the row has other cells of its kind. Fill it in.",
});
