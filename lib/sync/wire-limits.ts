export const wireLimits = { batch: 100, bytes: 64 * 1024, page: 500 } as const;
