import type { CourseFormat, Draft, Note, Refused, Transformed } from "@/features/exchange/draft";
import { activityTexts } from "./activity-texts";
import { draftCourse, type Part } from "./course-draft";
import { type Activity, type Feed, field, readFeeds } from "./feed";
import { type Placeholder, placeholderProvider } from "./provider-draft";
import { rawActivity } from "./raw-activity";
import { type Refusal, refusalOf } from "./refusal";

/** The teaching programme that the university system U-GOV of Cineca answers with: SOAP, in Italian and English. */
export const ugovFormat: CourseFormat = {
  name: "ugov",
  extensions: [".xml"],
  transform(files, { provider }) {
    const result = new Result();
    for (const file of files) {
      const reading = readFeeds(file);
      if (!reading.ok) {
        result.isComplete = false;
        result.refuse(file.name, null, { field: null, rule: "file-unreadable", message: reading.message });
        continue;
      }
      for (const feed of reading.feeds) readFeed(feed, provider, result);
    }
    return result;
  },
};

class Result implements Transformed {
  readonly drafts: Draft[] = [];
  readonly refused: Refused[] = [];
  readonly notes: Note[] = [];
  isComplete = true;

  refuse(externalId: string, activity: Activity | null, refusal: Refusal): void {
    const raw = activity && rawActivity(activity, activityTexts(activity));
    this.refused.push({ kind: "course", externalId, raw });
    this.notes.push({ kind: "course", record: externalId, severity: "refuse", ...refusal });
  }

  /** Once, before the first course that needs it: a feed without courses stays empty. */
  addPlaceholder({ draft, note }: Placeholder): void {
    if (this.drafts.some(({ kind, externalId }) => kind === "provider" && externalId === draft.externalId))
      return;
    this.drafts.push(draft);
    this.notes.push(note);
  }
}

function readFeed(feed: Feed, namedProvider: string | null, result: Result): void {
  const provider = namedProvider ?? placeholderProvider(feed.universityCode);
  const parts = distinct(feed, result);
  const partitions = partitionsByParent(parts);
  for (const part of parts) {
    if (!isPartition(part.activity)) readCourse(part, partitions, provider, result);
  }
  for (const [parent, orphans] of partitions) {
    for (const { id, activity } of orphans) {
      result.refuse(id, activity, {
        field: "afPdrId",
        rule: "partition-without-course",
        message: `It is a partition of activity ${parent}, which is refused or not in the feed. Export that one too.`,
      });
    }
  }
}

/** Takes its partitions out of the map, so that those of refused and absent courses are left over. */
function readCourse(
  part: Part,
  partitions: Map<string, Part[]>,
  provider: string | Placeholder,
  result: Result,
): void {
  const refusal = refusalOf(part.activity);
  if (refusal) {
    result.refuse(part.id, part.activity, refusal);
    return;
  }
  const providerId = typeof provider === "string" ? provider : provider.draft.externalId;
  const { draft, notes } = draftCourse(part, partitions.get(part.id) ?? [], providerId);
  if (draft === null) {
    const raw = rawActivity(part.activity, activityTexts(part.activity));
    result.refused.push({ kind: "course", externalId: part.id, raw });
  } else {
    if (typeof provider !== "string") result.addPlaceholder(provider);
    result.drafts.push(draft);
    partitions.delete(part.id);
  }
  result.notes.push(...notes);
}

function partitionsByParent(parts: readonly Part[]): Map<string, Part[]> {
  const found = new Map<string, Part[]>();
  for (const part of parts) {
    const { parentId } = part.activity;
    if (parentId !== null && isPartition(part.activity))
      found.set(parentId, [...(found.get(parentId) ?? []), part]);
  }
  return found;
}

/** A part of another activity without a weight of its own: some of the students of the same course. */
function isPartition({ parentId, element }: Activity): boolean {
  return parentId !== null && Number(field(element, "peso") ?? 0) === 0;
}

/** The activities with an id, each once: one that several study paths list comes again word for word. */
function distinct({ activities }: Feed, result: Result): Part[] {
  const known = new Map<string, string>();
  return activities.flatMap((activity) => {
    const { id } = activity;
    if (id === null) {
      result.refuse(`line ${activity.line}`, activity, {
        field: "afId",
        rule: "id-missing",
        message: "There is no afId. Without it the activity cannot be found again; export it with its afId.",
      });
      return [];
    }
    const content = JSON.stringify(rawActivity(activity, activityTexts(activity)));
    const before = known.get(id);
    if (before === undefined) {
      known.set(id, content);
      return [{ id, activity }];
    }
    if (before !== content) {
      // The id alone is the name of the one that counts.
      result.refuse(`${id} (line ${activity.line})`, activity, {
        field: "afId",
        rule: "repeated-id",
        message:
          "The feed holds this afId before with other content; the first one counts. Export each activity once.",
      });
    }
    return [];
  });
}
