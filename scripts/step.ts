/** Says what goes on: the line appears at once, the seconds every ten, and at the end how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${what} …`);
  const pulse = setInterval(() => console.log(`  ${what}: ${seconds()} s so far`), 10_000);
  try {
    const result = await work();
    console.log(`  done, ${seconds()} s`);
    return result;
  } finally {
    clearInterval(pulse);
  }
}
