import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadAgain } from "./load-again";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A file that fails this many times before it comes. */
function failing(times: number) {
  let asked = 0;
  const load = async () => {
    if (++asked <= times) throw new Error(`try ${asked}`);
    return "screen";
  };
  return { load, asked: () => asked };
}

it.each([0, 1, 3])("gives what came after %i failures", async (times) => {
  const { load, asked } = failing(times);
  const loading = loadAgain(load);
  await vi.runAllTimersAsync();
  expect(await loading).toBe("screen");
  expect(asked()).toBe(times + 1);
});

it("fails as the fourth try did", async () => {
  const { load, asked } = failing(9);
  const loading = loadAgain(load).catch((error: Error) => error.message);
  await vi.runAllTimersAsync();
  expect(await loading).toBe("try 4");
  expect(asked()).toBe(4);
});
