import { expect, it } from "vitest";
import { byName } from "./named";

const occupation = (id: string, ...names: string[]) => ({ id, uri: `uri:${id}`, label: { en: id }, names });
const named = (text: string, ...candidates: ReturnType<typeof occupation>[]) =>
  byName(candidates, text).map(({ id }) => id);

it("puts what is called so first, then what begins with these words, and takes words as whole ones", () => {
  const all = [
    occupation("nursery teacher", "Nursery teacher"),
    occupation("nurse assistant", "Nurse assistant"),
    occupation("nurse", "Nurse", "nurse in general care"),
    occupation("carer", "Head nurse"),
    occupation("nurse aide", "Nurse aide"),
  ];
  expect(named("nurse", ...all)).toEqual(["nurse", "nurse aide", "nurse assistant"]);
  expect(named("nurs", ...all)).toEqual([]);
});

it("puts those that have several words in other places last, and all of them in one name", () => {
  const all = [
    occupation("carer", "Assistant of a head nurse"),
    occupation("nurse aide", "Assistant nurse"),
    occupation("nurse assistant", "Nurse assistant on ships"),
    occupation("two", "Nurse", "Assistant"),
    occupation("nursery assistant", "Nursery assistant"),
  ];
  expect(named("nurse assistant", ...all)).toEqual(["nurse assistant", "nurse aide", "carer"]);
});

it("knows an occupation by any of its names, once, by the nearest", () => {
  const twice = [occupation("1", "Nurse on call"), occupation("1", "Nurse")];
  expect(named("nurse", occupation("2", "Nurse on a ship"), ...twice)).toEqual(["1", "2"]);
});

it("compares folded words", () => {
  expect(named("sahkoasentaja r d", occupation("1", "Sähköasentaja (R&D)"))).toEqual(["1"]);
  expect(named("sahko asentaja", occupation("1", "Sähköasentaja"))).toEqual([]);
});
