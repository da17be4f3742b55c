import { expect, it } from "vitest";
import { asWritten } from "./as-written";

it.each([
  ["tekoaly opettajille", "tekoäly opettajille"],
  ["gdpr straße", "GDPR straße"],
  ["strasse", "STRAẞE"],
  ["finnish tekoaly", "Finnish tekoäly"],
  ["weld, xyz", "weld, xyz"],
  ["Tekoaly", "Tekoaly"],
])("%s is written %s", (query, written) => {
  expect(
    asWritten(query, ["Tekoäly ja GDPR: opettajille", "Welding", "In der STRAẞE, Straße", "Learn Finnish"]),
  ).toBe(written);
});
