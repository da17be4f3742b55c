import { expect, it } from "vitest";
import { byName } from "./named";

const occupation = (id: string, ...names: string[]) => ({ id, uri: `uri:${id}`, label: { en: id }, names });
const named = (text: string, ...candidates: ReturnType<typeof occupation>[]) =>
  byName(candidates, text).map(({ id }) => id);

it("puts what is called so first, then what begins with these words, then what goes on in the last", () => {
  const all = [
    occupation("nursery teacher", "Nursery teacher"),
    occupation("nurse assistant", "Nurse assistant"),
    occupation("nurse", "Nurse", "nurse in general care"),
    occupation("carer", "Head nurse"),
    occupation("nurse aide", "Nurse aide"),
  ];
  expect(named("nurse", ...all)).toEqual(["nurse", "nurse aide", "nurse assistant", "nursery teacher"]);
});

it("knows an occupation by any of its names, once, by the nearest", () => {
  const twice = [occupation("1", "Nurse on call"), occupation("1", "Nurse")];
  expect(named("nurse", occupation("2", "Nurse on a ship"), ...twice)).toEqual(["1", "2"]);
});

it("compares folded words", () => {
  expect(named("sahkoasentaja r d", occupation("1", "Sähköasentaja (R&D)"))).toEqual(["1"]);
  expect(named("sahko asentaja", occupation("1", "Sähköasentaja"))).toEqual([]);
});
