import { expect } from "vitest";

/** Equal to `relative` of the expected size (absolutely, where a zero is expected); null only equals null. */
export function expectClose(actual: number | null, expected: number | null, relative: number): void {
  if (expected === null || actual === null) {
    expect(actual).toBe(expected);
    return;
  }
  const allowed = relative * (Math.abs(expected) || 1);
  expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(allowed);
}

/** Equal to a known answer that was printed with eight significant digits; a zero or one must be good to 1e-12. */
export function expectPrinted(actual: number | null, expected: number | null): void {
  if (expected === null || actual === null || Number.isInteger(expected)) {
    expectClose(actual, expected, 1e-12);
    return;
  }
  expect(Number(actual.toPrecision(8)), `${actual}`).toBe(expected);
}
