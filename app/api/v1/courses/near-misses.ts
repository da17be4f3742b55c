import type { Change, NearMiss } from "@/features/near-misses/view";
import { toQueryString } from "@/features/search/url";
import { env } from "@/lib/env";

/** The searches close by as links of the open API. */
export function openNearMisses(nearest: readonly NearMiss[]) {
  return nearest.map(({ change, count, params }) => ({
    ...openChange(change),
    count,
    url: `${env().publicUrl}/api/v1/courses?${toQueryString(params)}`,
  }));
}

function openChange(change: Change) {
  switch (change.kind) {
    case "drop":
      return { drop: Object.fromEntries(change.dropped.map(({ parameter, values }) => [parameter, values])) };
    case "change":
      return { change: { [change.parameter]: change.from }, to: { [change.parameter]: change.to } };
    case "add":
      return { add: { [change.parameter]: change.values } };
  }
}
