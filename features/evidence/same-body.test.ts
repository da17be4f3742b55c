import { array, assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { domainOf, domainsAgree, isSameBody, nameIsLike } from "./same-body";

const named = (name: string, ...domains: string[]) => ({ names: [name], domains });

describe("two names of one body", () => {
  it.each([
    ["University of Vallescura", "Università di Vallescura"],
    ["Kuukkeli University of Applied Sciences", "KUUKKELI ammattikorkeakoulu"],
    ["South East European University - Tetovo", "South East European University"],
    ["Universitat Rovira i Virgili", "Rovira i Virgili University"],
    ["(00207) Hochschule Weserbogen", "Hochschule Weserbogen"],
    ["Łódź School of Films", "Lodz School of Films"],
    ["University College", "University College"],
  ])("%s is like %s", (a, b) => {
    expect(nameIsLike(a, b)).toBe(true);
    expect(nameIsLike(b, a)).toBe(true);
  });

  it.each([
    ["University of Montesol", "University of Vallescura"],
    ["Kuukkeli University of Applied Sciences", "Weserbogen University of Applied Sciences"],
    // One word in common is not enough where the other name has words of its own.
    ["Aachen Business Academy", "Aachen University"],
    ["University", "University of Vallescura"],
    ["", "University of Vallescura"],
    ["…", "University of Vallescura"],
  ])("%s is not like %s", (a, b) => {
    expect(nameIsLike(a, b)).toBe(false);
    expect(nameIsLike(b, a)).toBe(false);
  });

  it("is the same whichever is asked first, and never fails", () => {
    assert(property(string(), string(), (a, b) => nameIsLike(a, b) === nameIsLike(b, a)));
  });
});

describe("two websites of one body", () => {
  it.each([
    ["https://www.example.org/x?y", "example.org"],
    ["http://EXAMPLE.org.", "example.org"],
    ["open.example.org", "open.example.org"],
    ["N/A", null],
    ["localhost", null],
    ["127.0.0.1", null],
    ["http://[::1]/", null],
    ["not an address", null],
    ["", null],
  ])("%j is at %j", (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });

  it("are the same, or one lies within the other; an end in common is not enough", () => {
    const at = (domain: string) => ({ names: [], domains: [domain] });
    expect(domainsAgree(at("open.example.org"), at("example.org"))).toBe(true);
    expect(domainsAgree(at("myexample.org"), at("example.org"))).toBe(false);
    expect(domainsAgree(at("a.example.org"), at("b.example.org"))).toBe(false);
  });
});

describe("the same body", () => {
  it("has the name or the website of the other", () => {
    expect(isSameBody(named("Open Centre", "open.example.org"), named("Another", "example.org"))).toBe(true);
    expect(
      isSameBody(named("Vallescura", "a.example.org"), named("University of Vallescura", "b.example.net")),
    ).toBe(true);
    expect(isSameBody(named("Open Centre"), named("Another", "example.org"))).toBe(false);
  });

  it("is not contradicted by a register that says nothing of it", () => {
    expect(isSameBody(named("Open Centre"), { names: [], domains: [] })).toBe(true);
  });

  it("is itself, whatever it is called", () => {
    assert(
      property(array(string({ minLength: 1 }), { minLength: 1 }), (names) => {
        const body = { names, domains: ["example.org"] };
        return isSameBody(body, body);
      }),
    );
  });
});
