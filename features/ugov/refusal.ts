import { childOf, childrenOf } from "@/features/exchange/xml-reader";
import { type Activity, field } from "./feed";

export interface Refusal {
  /** Name of the element; null where it is about the whole. */
  field: string | null;
  rule: string;
  message: string;
}

/** Why nobody can attend an activity; null where one can. */
export function refusalOf({ element }: Activity): Refusal | null {
  if (field(element, "nonErogabileFlg") !== "true") return null;
  const kinds = childrenOf(childOf(element, "oreFront") ?? element, "oreFrontAf").map((hours) =>
    field(hours, "tipoAttDidCod"),
  );
  if (kinds.includes("PRF")) {
    return notTaught("final-exam", "It is the final exam of a degree and cannot be attended.");
  }
  if (kinds.includes("STA")) {
    return notTaught("internship", "It is an internship inside a degree and cannot be attended as a course.");
  }
  if (Number(field(element, "peso") ?? 0) === 0) {
    return notTaught(
      "obligation",
      "It is an obligation of enrolled students without credits and is not taught.",
    );
  }
  return notTaught("not-taught", "The feed marks it as not taught (nonErogabile).");
}

const notTaught = (rule: string, reason: string): Refusal => ({
  field: "nonErogabileFlg",
  rule,
  message: `${reason} If it is taught, set nonErogabileFlg to false in U-GOV.`,
});
