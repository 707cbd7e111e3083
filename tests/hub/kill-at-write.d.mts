export const killsAt: number;
