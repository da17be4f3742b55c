import { describe, expect, it } from "vitest";
import { isPublicAddress, isPublicHost } from "./network-address";

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888", "2a00:1450::1"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:10::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
  ])("%s is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("isPublicHost", () => {
  const hostOf = (url: string) => new URL(url).hostname;

  it.each([
    "https://www.example.org",
    "https://xn--e1afmkfd.xn--p1ai",
    "https://8.8.8.8",
    "https://example.org.",
  ])("%s is public", (url) => {
    expect(isPublicHost(hostOf(url))).toBe(true);
  });

  it.each([
    "http://localhost",
    "http://localhost.",
    "http://ⓛocalhost",
    "http://printer",
    "http://nas.local",
    "http://wiki.internal",
    "http://a.localhost",
    "http://127.0.0.1",
    "http://0x7f.1",
    "http://2130706433",
    "http://①②⑦.⓪.⓪.①",
    "http://127。0。0。1",
    "http://0177.0.0.1",
    "http://[::1]",
    "http://[::7f00:1]",
    "http://[::ffff:10.0.0.1]",
    "http://1.0.0.127.in-addr.arpa",
  ])("%s is not", (url) => {
    expect(isPublicHost(hostOf(url))).toBe(false);
  });
});
