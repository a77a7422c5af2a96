/*
 * The four special functions everything else rests on (statistics.md §15). Own code, because no small library is
 * right to 1e-8 and has a binomial quantile too.
 */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const LANCZOS_G = 7;

/** Relative slack when a cumulated probability is compared with the one asked for. */
const QUANTILE_SLACK = 1e-12;

const MOST_FRACTION_TERMS = 20_000;

/**
 * Natural logarithm of the gamma function for x > 0 (Lanczos 1964, g = 7, nine terms).
 * @throws RangeError unless x > 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`log-gamma needs a positive number: ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x - 1 + LANCZOS_G + 0.5;
  const series = LANCZOS.reduce((sum, term, index) => sum + (index === 0 ? term : term / (x - 1 + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/** Continued fraction of the incomplete beta function, by Lentz's method (Abramowitz & Stegun 26.5.8). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_FRACTION_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return fraction;
  }
  throw new RangeError(`the beta fraction does not settle: x = ${x}, a = ${a}, b = ${b}`);
}

/**
 * Regularised incomplete beta function I_x(a, b), 0…1. Give `complement` (1 − x) where it is known more exactly than
 * by subtraction.
 * @throws RangeError unless 0 ≤ x ≤ 1 and a, b > 0.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) {
    throw new RangeError(`no incomplete beta of x = ${x}, a = ${a}, b = ${b}`);
  }
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1;
  const logFront = a * Math.log(x) + b * Math.log(complement) + logGamma(a + b) - logGamma(a) - logGamma(b);
  const front = Math.exp(logFront);
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(complement, b, a)) / b;
}

/** Where a function that rises over 0…∞ reaches `target`: doubling, then halving down to neighbouring numbers. */
function reaches(target: number, rising: (at: number) => number): number {
  let high = 1;
  while (rising(high) < target) high *= 2;
  let low = 0;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high || high - low <= 1e-16 * high) return middle;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
}

function insideUnit(probability: number): void {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`not between 0 and 1: ${probability}`);
}

/**
 * Quantile of Student's t; `degreesOfFreedom` may be a fraction.
 * @throws RangeError unless 0 < probability < 1 and the degrees of freedom are positive.
 */
export function tQuantile(probability: number, degreesOfFreedom: number): number {
  insideUnit(probability);
  if (!(degreesOfFreedom > 0)) throw new RangeError(`no degrees of freedom: ${degreesOfFreedom}`);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -tQuantile(1 - probability, degreesOfFreedom);
  const bothTails = 2 * (1 - probability);
  // Minus the mass of both tails: it rises with t.
  return reaches(-bothTails, (t) => {
    const whole = degreesOfFreedom + t * t;
    return -incompleteBeta(degreesOfFreedom / whole, degreesOfFreedom / 2, 0.5, (t * t) / whole);
  });
}

/**
 * Quantile of Fisher's F; degrees of freedom may be fractions.
 * @throws RangeError unless 0 < probability < 1 and both degrees of freedom are positive.
 */
export function fQuantile(probability: number, numerator: number, denominator: number): number {
  insideUnit(probability);
  if (!(numerator > 0 && denominator > 0)) {
    throw new RangeError(`no degrees of freedom: ${numerator}, ${denominator}`);
  }
  return reaches(probability, (f) => {
    const whole = numerator * f + denominator;
    return incompleteBeta((numerator * f) / whole, numerator / 2, denominator / 2, denominator / whole);
  });
}

function binomialParameters(n: number, p: number): void {
  if (!Number.isInteger(n) || n < 0 || !(p >= 0 && p <= 1)) {
    throw new RangeError(`no binomial of n = ${n}, p = ${p}`);
  }
}

/**
 * P(X ≤ k) of a binomial, 0…1 (k may lie outside 0…n).
 * @throws RangeError unless n is a whole number ≥ 0 and 0 ≤ p ≤ 1.
 */
export function binomialAtMost(k: number, n: number, p: number): number {
  binomialParameters(n, p);
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : incompleteBeta(1 - p, n - whole, whole + 1, p);
}

/** P(X ≥ k) of a binomial, 0…1, exact in the small tail where 1 − P(X ≤ k − 1) would cancel. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  binomialParameters(n, p);
  const whole = Math.ceil(k);
  if (whole <= 0) return 1;
  return whole > n ? 0 : incompleteBeta(p, whole, n - whole + 1, 1 - p);
}

/**
 * Smallest k with P(X ≤ k) ≥ probability.
 * @throws RangeError as `binomialAtMost`, and unless 0 ≤ probability ≤ 1.
 */
export function binomialQuantile(probability: number, n: number, p: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`not a probability: ${probability}`);
  binomialParameters(n, p);
  const wanted = probability * (1 - QUANTILE_SLACK);
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialAtMost(middle, n, p) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
