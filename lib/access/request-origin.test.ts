import { expect, test } from "vitest";
import { addressPrefix, originOf } from "./request-origin";

test.each([
  ["10.1.2.3", "10.1.2.0/24"],
  ["::ffff:10.1.2.3", "10.1.2.0/24"],
  ["2001:DB8:7:9::1", "2001:db8:7::/48"],
  ["", "unknown"],
  ["<script>", "unknown"],
])("%s counts as %s", (address, prefix) => expect(addressPrefix(address)).toBe(prefix));

test("a visitor cannot write the address that is counted", () => {
  const headers = new Headers({ "x-forwarded-for": "1.2.3.4, 10.9.8.7", "user-agent": "x".repeat(500) });
  expect(originOf(headers)).toEqual({ ipPrefix: "10.9.8.0/24", userAgent: "x".repeat(200) });
});
