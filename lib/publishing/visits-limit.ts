import "server-only";
import { RateLimiterMemory } from "rate-limiter-flexible";

// A whole village may stand before one poster behind one address; guessing 128 bits is hopeless at any pace.
const limiter = new RateLimiterMemory({ points: 300, duration: 60 });

/** Lets a public page be opened so often a minute from one network, so that nobody keeps the database busy. */
export async function visitAllowed(ipPrefix: string): Promise<boolean> {
  return limiter.consume(ipPrefix).then(
    () => true,
    () => false,
  );
}
