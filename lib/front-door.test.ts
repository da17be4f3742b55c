import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mend } from "./front-door";

function mended(method: string, url: string) {
  const request = { method, url };
  mend(request);
  return request;
}

describe("mend", () => {
  it.each([
    ["/en/courses/caf%C3%A9?q=%", "/en/courses/caf%C3%A9?q=%"],
    ["/en/%E0%A4%A?q=1", "/en/%25E0%25A4%25A?q=1"],
    ["/100%", "/100%25"],
    ["/%zz", "/%25zz"],
  ])("turns %s into %s", (url, expected) => {
    expect(mended("GET", url).url).toBe(expected);
  });

  it("leaves every path decodable", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { url } = mended("GET", `/${text}`);
        expect(() => decodeURIComponent(url.split("?")[0] ?? "")).not.toThrow();
      }),
    );
  });

  it("gives TRACE another name and keeps the rest", () => {
    expect(mended("TRACE", "/").method).toBe("REFUSED");
    expect(mended("HEAD", "/").method).toBe("HEAD");
  });
});
