/** Numbers that follow from a seed (mulberry32): the same seed tells the same story on every machine. */
export class SeededNumbers {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error("Nothing to pick from");
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[0]?.[0] as K;
  }

  /** Some of the list, in its order. */
  sample<T>(from: readonly T[], n: number): T[] {
    const keyed = from.map((value, index) => ({ value, index, key: this.next() }));
    const chosen = keyed.sort((a, b) => a.key - b.key).slice(0, n);
    return chosen.sort((a, b) => a.index - b.index).map(({ value }) => value);
  }

  /** Shaped as a UUID of version 4. */
  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.whole(0, 15).toString(16)).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** Another sequence that does not move when this one does. */
  branch(): SeededNumbers {
    return new SeededNumbers(this.whole(1, 2 ** 31));
  }
}
