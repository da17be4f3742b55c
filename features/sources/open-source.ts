import type { SourceSummary } from "./view";

/** A source as `GET /api/v1/sources` lists it. */
export const toOpenSource = ({
  name,
  format,
  licence,
  class: kind,
  isSample,
  lastReadOn,
  counts,
}: SourceSummary) => ({
  name,
  format,
  class: kind,
  licence,
  sample: isSample,
  lastReadOn,
  brought: counts,
});
