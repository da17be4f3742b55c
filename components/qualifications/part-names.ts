import type { PartView } from "@/features/qualifications/view";

/** Every part of a tree by its id. */
export function partsById(root: PartView): Map<string, PartView> {
  const parts = new Map<string, PartView>();
  const visit = (part: PartView) => {
    parts.set(part.id, part);
    for (const child of part.children) visit(child);
  };
  visit(root);
  return parts;
}
